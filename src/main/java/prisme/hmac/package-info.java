/// What nobody can compute who has not the key: [Hmac], which signs the owner's cookies and makes a day's visitors
/// unknowable when the key of the day is gone. This package imports nobody.
package prisme.hmac;
