// Builds elements. Texts only ever become text nodes, so nothing a visitor sends can become markup.

/**
 * An element with these attributes and children. A function becomes a listener; `false` and `undefined` leave an
 * attribute out, and a child.
 */
export function element(tag, attributes = {}, ...children) {
    return furnish(document.createElement(tag), attributes, children);
}

/** A button, which sends no form. */
export function button(attributes, ...children) {
    return element("button", {type: "button", ...attributes}, ...children);
}

/** The same as `element` for a part of a drawing. */
export function drawn(tag, attributes = {}, ...children) {
    return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** A text of unknown origin, shown so that its writing direction stays its own affair. */
export function foreign(text) {
    return element("bdi", {class: "foreign"}, visible(text));
}

/** What nobody sees or what turns the writing direction, but not the joints within words and pictures. */
export const UNSEEN =
    /(?!(?<=\P{ASCII})\p{Join_C}(?=\P{ASCII})|(?<=\p{Emoji})\ufe0f)[\p{C}\p{DI}\u2028\u2029]|^\s|\s(?=\s|$)/gu;

/** Such marks are spelled out: a reader should see them, not fall for them. */
export function visible(text) {
    return text.replace(UNSEEN, mark => "\\u" + mark.codePointAt(0).toString(16).padStart(4, "0"));
}

function furnish(made, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            made.addEventListener(name.slice(2), value);
        } else if (value !== false && value !== undefined) {
            made.setAttribute(name, value === true ? "" : value);
        }
    }
    made.append(...children.filter(child => child));
    return made;
}
