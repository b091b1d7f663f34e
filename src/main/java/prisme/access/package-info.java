/// Decides who may read: the owner, who has the password or the token, and with `dashboard.public` everybody.
///
/// Start at [Access], which protects the routes that are not for everybody. [SignIn] checks the password, as often as
/// [SignInAttempts] allow, and gives a [SessionCookie] for it; [Refusal] answers everybody else. [AllowedOrigins] are
/// the sites whose pages may read with the token. What must stay secret is a [Secret] in memory, and an [OwnerFile] on
/// the disk.
package prisme.access;
