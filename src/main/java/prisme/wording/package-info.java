/// Parts of messages for people: input that is quoted ([Quote]), what it was probably meant to be ([Spelling]), why
/// something failed ([Failure]), and text in lines that are not too long ([Paragraph]).
package prisme.wording;
