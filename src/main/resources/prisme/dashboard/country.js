// Names and flags of countries. Some systems have no pictures of flags and would show two letters or empty boxes in
// their place; there the country's code stands in a small frame instead.
import {element} from "./element.js";

const names = new Intl.DisplayNames(undefined, {type: "region", fallback: "code"});
const UNKNOWN = "XX";
let pictures;

/** The name of the country with this code of ISO 3166-1. */
export function countryName(code) {
    if (code === UNKNOWN || !/^[A-Z]{2}$/.test(code)) {
        return code === UNKNOWN ? "Unknown" : code;
    }
    return names.of(code);
}

/** Its flag, which says nothing to a screen reader that the name does not. */
export function flag(code) {
    pictures ??= hasPictures();
    const isCountry = code !== UNKNOWN && /^[A-Z]{2}$/.test(code);
    return pictures && isCountry
        ? element("span", {class: "flag", "aria-hidden": "true"}, picture(code))
        : element("span", {class: "flag code", "aria-hidden": "true"}, isCountry ? code : "–");
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
