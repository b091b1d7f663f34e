/// Says what a `User-Agent` header stands for: which browser, on which system, on which device, and whether a
/// machine sent it.
///
/// Start at [UserAgent], or at [UserAgentMemo] where many share a header. The families are named as ua-parser's
/// uap-core names them, shortened so that a browser is one row whatever it runs on ("Chrome", not "Chrome Mobile iOS").
///
/// Nothing here is a regular expression. Everything that is known stands in text files beside this package, which a
/// person can read and extend:
/// ```
/// browsers.txt            browser = phrases that give it away        Firefox = FxiOS/#.#
/// systems.txt             system  = phrases                          Windows = ~windows
/// devices.txt             device  = phrases, before any model        HbbTV = HbbTV/#
/// models.txt              brand : how its models are spelled         Samsung : SM-*, GT-*
/// phones.txt              brand : what stands before the model       Motorola : MOT- : -_
/// devices-unbranded.txt   device  = phrases, for unknown brands      Kindle = Silk/#
/// devices-late.txt        device  = phrases, when nothing else fits  Generic Smartphone = Opera Mobi
/// crawlers.txt            reason  = phrases that tell a machine      the word "crawl" = ~crawl
/// crawlers-listed.txt     names of crawlers that public lists have  adbeat, aihit
/// libraries.txt           what looks like a machine and may pass
/// bare-own.txt            words that let a bare name pass            a test = ~<test
/// bare-trades.txt         words that give a bare name away           a name that speaks of links = ~link
/// bare-known.txt          crawlers' names in small letters           alienfarm
/// ```
/// [Phrases] finds all phrases of all files in one pass over the text by an [Automaton], whatever their number, and
/// begins behind an [Opening] it knows; a [RuleBook] then asks which of its rules they satisfy, and the first one that
/// holds answers.
/// For devices named by their model, [ModelPlace] finds the model in the text and [Models] names it. [Suspicion] tells
/// machines from people; it asks [BareName] about texts that say little, and [Remark] about what stands behind the text
/// of a browser.
package prisme.useragent;
