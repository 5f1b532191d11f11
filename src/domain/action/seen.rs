//! A mark of what a preview showed, small enough for a button: whoever confirms confirms that and nothing else.

/// FNV-1a of what was shown. No protection against forgery, and none is needed: a forged mark confirms what its
/// sender may do anyway.
pub fn seen(shown: &str) -> u32 {
    shown.bytes().fold(0x811c_9dc5, |mark, byte| {
        (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The mark as a button carries it.
pub(super) fn code(mark: u32) -> String {
    format!("{mark:x}")
}

/// Reads it.
pub(super) fn parse(code: &str) -> Option<u32> {
    let plain = code.len() <= 8 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u32::from_str_radix(code, 16).ok()).flatten()
}
