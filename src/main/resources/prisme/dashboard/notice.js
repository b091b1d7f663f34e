// One calm sentence at the top of a page where something went wrong.

/** Says it; nothing where all is well. */
export function tell(trouble) {
    const place = document.getElementById("notice");
    place.hidden = trouble === "";
    place.querySelector("p").textContent = trouble;
}
