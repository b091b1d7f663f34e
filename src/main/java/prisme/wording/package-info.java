/// Finds the words for people at a terminal: what somebody wrote ([Quote]), what they may have meant ([Spelling]), why
/// something failed ([Failure]), in lines that are not too long ([Paragraph]).
package prisme.wording;
