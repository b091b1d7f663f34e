// Single keys for everything that is done often. They are deaf while somebody types.

/** @param acts by key, each called without arguments */
export function listen(acts) {
    document.addEventListener("keydown", event => {
        const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
        const isForUs = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
        if (isForUs && !isTyping && !document.querySelector("dialog[open]") && acts.has(event.key.toLowerCase())) {
            event.preventDefault();
            acts.get(event.key.toLowerCase())();
        }
    });
}
