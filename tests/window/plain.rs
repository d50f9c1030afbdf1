//! The main screen speaks plainly: none of the words that only builders know, in whatever state it is.

use anyhow::{Result, ensure};
use serde_json::Value;
use window_drive::Window;

/// Everything on the main screen that a person reads or hears, but for "Details" and what the ticket system said itself.
const READ: &str = "(() => {
    const texts = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return texts.push(node.data);
        if (node.nodeType !== Node.ELEMENT_NODE || node.matches('details, q, blockquote')) return;
        for (const name of ['aria-label', 'title', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
        node.childNodes.forEach(walk);
    };
    document.querySelectorAll('.window, .in-use').forEach(walk);
    // What others wrote stands within isolates in our sentences.
    const text = texts.join(' ').replace(/\\u2068[^\\u2069]*\\u2069/g, '');
    const word = /\\b(schema|guid|uuid|tenant|organi[sz]ation id|api|json|https?|multipart|endpoint|payload|dto|header)s?\\b|\\b[45]\\d\\d\\b/gi;
    return { letters: text.length, found: [...text.matchAll(word)].map((at) => text.slice(Math.max(0, at.index - 30), at.index + 40)) };
})()";

pub(crate) async fn plain(window: &Window, state: &str) -> Result<()> {
    let read = window.evaluate(READ).await?;
    ensure!(read["letters"].as_u64() > Some(20), "{state}: nothing was read");
    ensure!(read["found"] == Value::Array(Vec::new()), "{state}: {}", read["found"]);
    Ok(())
}
