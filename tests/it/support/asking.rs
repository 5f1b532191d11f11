//! A campaign whose duties ask for more than an amount, whatever the file says.

use duban::domain::campaign::{Ask, Campaign, Label, Words};
use duban::domain::language::Language;

/// Talks ask for their round and with whom, visits for the household and what it wants, contact points for
/// which, research for the place; talks and visits have words of their own. Nobody is asked after the sum alone.
pub(crate) fn asking(campaign: &mut Campaign) {
    let round: Option<Label> = campaign
        .duties
        .iter()
        .find_map(|duty| duty.forms.first().cloned());
    let round = |id: &str, name: &str| {
        let mut label: Label = round.clone().expect("a form of some duty");
        id.clone_into(&mut label.id);
        label.name = Words([(Language::ZhCn, name.to_owned())].into());
        label
    };
    for duty in &mut campaign.duties {
        let (asks, words): (&[Ask], &[&str]) = match duty.id.as_str() {
            "talks" => (&[Ask::Form, Ask::Partner], &["谈心谈话", "谈心"]),
            "households" => (&[Ask::Household, Ask::Opinion], &["走访"]),
            "contact" => (&[Ask::ContactPoint, Ask::Opinion], &[]),
            "research" => (&[Ask::Place], &[]),
            _ => (&[], &[]),
        };
        duty.asks = asks.to_vec();
        duty.words = words.iter().map(|word| (*word).to_owned()).collect();
        if duty.id == "talks" {
            duty.forms = vec![round("first", "谈什么"), round("last", "谈透")];
        }
    }
}
