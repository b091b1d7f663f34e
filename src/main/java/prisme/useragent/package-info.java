/// Says what a `User-Agent` header stands for: which browser, on which system, on which device, and whether a
/// machine sent it.
///
/// Start at [UserAgent]. The families are named as ua-parser's uap-core names them, shortened so that a browser is
/// one row whatever it runs on ("Chrome", not "Chrome Mobile iOS").
///
/// Nothing here is a regular expression. Everything that is known stands in text files beside this package, which a
/// person can read and extend:
/// ```
/// browsers.txt   browser family = phrases that give it away       the first rule that holds wins
/// systems.txt    system family  = phrases
/// devices.txt    device family  = phrases                         devices that need no model
/// crawlers.txt   reason         = phrases                         what makes it a machine
/// models.txt     brand          : patterns of models              "Samsung : SM-*, GT-*"
/// ```
/// [Phrases] finds all phrases of the first four files in one pass over the text, whatever their number; a
/// [RuleBook] then asks which of its rules they satisfy. For devices named by their model, [ModelPlace] finds the
/// model in the text and [Models] names it.
package prisme.useragent;
