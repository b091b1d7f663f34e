// Names and flags of countries. Some systems have no pictures of flags and would show two letters or empty boxes in
// their place; there the country's code stands in a small frame instead.
import {element} from "./element.js";

const names = new Intl.DisplayNames(undefined, {type: "region", fallback: "code"});
const UNKNOWN = "XX";
const isCountry = code => code !== UNKNOWN && /^[A-Z]{2}$/.test(code);
let pictures;

/** The name of the country with this code of ISO 3166-1. */
export function countryName(code) {
    return code === UNKNOWN ? "Unknown" : isCountry(code) ? names.of(code) : code;
}

/**
 * The code of the country that is called so, in capitals or not; else the name in capitals. Countries that are no more
 * are called as what they are part of now, and have its code.
 */
export function countryCode(name) {
    const wanted = name.toLowerCase();
    return Array.from({length: 26 * 26}, (_, index) => String.fromCharCode(65 + index / 26, 65 + index % 26))
        .map(code => new Intl.Locale("und-" + code).region)
        .find(code => countryName(code).toLowerCase() === wanted) ?? name.toUpperCase();
}

/** Its flag, which says nothing to a screen reader that the name does not. */
export function flag(code) {
    pictures ??= hasPictures();
    return pictures && isCountry(code)
        ? element("span", {class: "flag", "aria-hidden": "true"}, picture(code))
        : element("span", {class: "flag code", "aria-hidden": "true"}, isCountry(code) ? code : "–");
}

function picture(code) {
    return String.fromCodePoint(...[...code].map(letter => 0x1f1e6 + letter.charCodeAt(0) - 65));
}

/* Letters and boxes are drawn in the one colour given; a picture has more. */
function hasPictures() {
    const context = new OffscreenCanvas(24, 24).getContext("2d", {willReadFrequently: true});
    context.font = "18px sans-serif";
    context.fillStyle = "#000";
    context.fillText(picture("FR"), 0, 18);
    const pixels = context.getImageData(0, 0, 24, 24).data;
    return pixels.some((value, index) => index % 4 !== 3 && value > 40);
}
