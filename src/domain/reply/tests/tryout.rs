#[test]
fn tryout() {
    for x in std::fs::read_to_string("/tmp/scratch/reply/try.txt")
        .unwrap()
        .lines()
    {
        println!("@@{x}\t{:?}", super::read(x, super::today()));
    }
}
