// Tables for spreadsheets: RFC 4180, and no cell that a spreadsheet would run.

/** The table as text. */
export function csv(rows) {
    return rows.map(row => row.map(cell).join(",") + "\r\n").join("");
}

/* A spreadsheet takes a cell that begins so for a formula, whatever quotes are around it; behind an apostrophe it does
 * not. See https://owasp.org/www-community/attacks/CSV_Injection. */
function cell(value) {
    const text = typeof value === "string" && /^[=+\-@\t\r\n]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

/** Hands a table to the reader as a file. */
export function save(name, rows) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(rows)], {type: "text/csv;charset=utf-8"}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
