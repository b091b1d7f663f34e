/// Hashes under a key, of which nobody knows anything who has not the key. [Hmac] is a cryptographic one, which signs
/// the owner's cookies and makes a day's visitors unknowable when the key of the day is gone; [KeyedHash] is a quick
/// one for tables in memory, which nobody outside can fill with texts that all collide. This package imports nobody.
package prisme.hash;
