// Builds elements. Texts only ever become text nodes, so nothing a visitor sends can become markup.

/**
 * An element with these attributes and children. A function becomes a listener; `false` and `undefined` leave an
 * attribute out.
 */
export function element(tag, attributes = {}, ...children) {
    return furnish(document.createElement(tag), attributes, children);
}

/** The same for a part of a drawing. */
export function drawn(tag, attributes = {}, ...children) {
    return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** A text of unknown origin, shown so that its writing direction stays its own affair. */
export function foreign(text) {
    return element("bdi", {class: "foreign"}, visible(text));
}

/** Marks that turn the writing direction are spelled out: a reader should see them, not fall for them. */
export function visible(text) {
    return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
        mark => "\\u" + mark.charCodeAt(0).toString(16).padStart(4, "0"));
}

function furnish(made, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            made.addEventListener(name.slice(2), value);
        } else if (value !== false && value !== undefined) {
            made.setAttribute(name, value === true ? "" : value);
        }
    }
    made.append(...children.filter(child => child !== undefined));
    return made;
}
