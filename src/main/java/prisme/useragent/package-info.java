/// Reads `User-Agent` headers: which browser, on which system, on which device, and whether it is a bot.
///
/// Start at [UserAgent], or at [UserAgentMemo] where many requests have the same header. The names of the families are
/// those of ua-parser's uap-core, the reference, but shortened so that a browser has the same name on every system
/// ("Chrome", not "Chrome Mobile iOS").
///
/// There are no regular expressions. All that is known is in text files beside this package, which can be read and
/// extended by hand:
/// ```
/// browsers.txt            browser = phrases that give it away        Firefox = FxiOS/#.#
/// systems.txt             system  = phrases                          Windows = ~windows
/// devices.txt             device  = phrases, before any model        HbbTV = HbbTV/#
/// models.txt              brand : how its models are spelled         Samsung : SM-*, GT-*
/// phones.txt              brand : what stands before the model       Motorola : MOT- : -_
/// devices-unbranded.txt   device  = phrases, for unknown brands      Kindle = Silk/#
/// devices-late.txt        device  = phrases, when nothing else fits  Generic Smartphone = Opera Mobi
/// crawlers.txt            reason  = phrases that show a bot          the word "crawl" = ~crawl
/// crawlers-listed.txt     names of crawlers in public lists          adbeat, aihit
/// libraries.txt           what looks like a bot and may pass
/// bare-own.txt            words that let a bare name pass            a test = ~<test
/// bare-trades.txt         words that give a bare name away           a name that speaks of links = ~link
/// bare-known.txt          crawlers' names in small letters           alienfarm
/// ```
/// [Phrases] finds all phrases of all files in one pass over the text with an [Automaton], whatever their number. It
/// skips the beginning of a text if that is a known [Opening]. The answer of a [RuleBook] is that of its first rule
/// that holds.
///
/// For devices that are named by their model, [ModelPlace] finds the model in the text and [Models] names it.
/// [BotDetector] decides whether a text is from a bot; it asks [BareName] about texts that say little, and [ToolName]
/// about names of tools in the text of a browser.
package prisme.useragent;
