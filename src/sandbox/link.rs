//! Addresses that the server takes for links and buttons.

/// Whether a link's address is one that the server takes.
pub(crate) fn is_link(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let host = ["http://", "https://"]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme));
    match host {
        Some(rest) => {
            let name = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
            !name.is_empty()
                && !rest.contains(char::is_whitespace)
                && (name.contains('.') || name == "localhost")
        }
        None => {
            lower.starts_with("tg://") || lower.starts_with("mailto:") || lower.starts_with("tel:")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_needs_a_scheme_and_a_host() {
        for good in [
            "http://a.b",
            "HTTPS://a.b:8/x?y#z",
            "tg://resolve?domain=x",
            "http://localhost/x",
        ] {
            assert!(is_link(good), "{good}");
        }
        for wrong in [
            "",
            "a.b",
            "http://",
            "http://x",
            "http://a.b/c d",
            "javascript:alert(1)",
        ] {
            assert!(!is_link(wrong), "{wrong}");
        }
    }
}
