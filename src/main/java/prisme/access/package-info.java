/// Decides who may read: the owner, who has the password or the token, and with `dashboard.public` everybody.
///
/// Start at [Access], which stands before the routes that are not for everybody. [SignIn] takes the password and gives
/// a [SessionCookie] for it. What must stay secret is a [Secret] everywhere, and an [OwnerFile] on the disk.
package prisme.access;
