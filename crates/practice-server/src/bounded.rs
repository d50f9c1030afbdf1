//! Lists that do not grow for ever: a practice account may run for days.

/// Of updates, of notes and of a ticket's files: as many as these are kept, and as many bytes of them.
const ENTRIES_KEPT: usize = 10_000;
const BYTES_KEPT: usize = 32 * 1024 * 1024;

/// Adds to a list, and forgets the oldest entries beyond what is kept of it. The newest is always kept.
pub(crate) fn keep_last<T>(list: &mut Vec<T>, one: T, room: impl Fn(&T) -> usize) {
    list.push(one);
    let mut bytes = 0;
    let kept = list.iter().rev().take(ENTRIES_KEPT).take_while(|entry| {
        bytes += room(entry);
        bytes <= BYTES_KEPT
    });
    let kept = kept.count().max(1);
    list.drain(..list.len() - kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_in_number_and_in_bytes() {
        let mut list = Vec::new();
        for number in 0..ENTRIES_KEPT + 5 {
            keep_last(&mut list, number, |_| 1);
        }
        assert_eq!((list.len(), list[0]), (ENTRIES_KEPT, 5));
        let mut texts = Vec::new();
        let mut keep = |bytes| {
            keep_last(&mut texts, "x".repeat(bytes), String::len);
            texts.len()
        };
        let lengths = [BYTES_KEPT / 4; 5].map(&mut keep);
        assert_eq!(lengths, [1, 2, 3, 4, 4]);
        assert_eq!(keep(BYTES_KEPT + 1), 1, "the newest is there, whatever its length");
    }
}
