//! Slips that come back become proposals: by their tag, else by their source's text.

mod address;
mod fit;
mod joined;
mod kin;
mod mailbag;
mod mend;
mod traces;

pub use mailbag::{ABOUT, CONTEXT, MANIFEST, MEMORY, Mailbag, TERMS, Unpacker, is_terms};

use crate::error::Result;
use crate::formats::exchange::Delivery;
use crate::workspace::{Batch, Job, Workspace};

use super::proposal::Proposal;
use super::reading;
use super::verdict::Verdict;

/// A file with what it brings.
#[derive(Clone, Debug)]
pub struct Shipment {
    pub path: String,
    /// Name of its format.
    pub format: &'static str,
    pub delivery: Delivery,
    /// How many rows were left out of it when it was read.
    pub refused: usize,
}

/// A slip as a proposal.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Index of the file.
    pub file: usize,
    /// Line of the file; 0 where it is unknown.
    pub line: usize,
    pub proposal: Proposal,
    /// What becomes of it, where nobody has to ask the catalog.
    pub foregone: Option<Verdict>,
}

/// Where slips without an article of their own belong.
pub struct Destination<'a> {
    /// The article that the person names.
    pub article: Option<&'a str>,
    /// The languages that are asked for.
    pub targets: &'a [String],
}

/// The slips of all files as proposals, in their order; they are taken out of the shipments.
pub fn arrivals(
    workspace: &Workspace,
    shipments: &mut [Shipment],
    destination: &Destination<'_>,
    step: &(dyn Fn() + Sync),
) -> Result<Vec<Arrival>> {
    let mut slips = Vec::new();
    for (file, shipment) in shipments.iter_mut().enumerate() {
        let mended = mend::mended(std::mem::take(&mut shipment.delivery.slips));
        let language = shipment.delivery.language.as_deref();
        let approval = shipment.delivery.approval.as_ref();
        slips.extend(mended.into_iter().map(|mended| {
            let mend::MendedSlip { slip, is_torn } = mended;
            address::Parted { file, slip, language, approval, is_torn }
        }));
    }
    let addressed = address::addressed(workspace, slips, destination)?;
    let jobs: Vec<Job> = addressed.orders.iter().map(|order| order.job.clone()).collect();
    let places = addressed.orders.iter().map(|order| (order.job.article.id.as_str(), order));
    let orders: std::collections::HashMap<_, _> =
        places.map(|(id, order)| ((id, order.job.target.as_str()), order)).collect();
    let fitted = reading::each(
        Batch { workspace, jobs: &jobs },
        step,
        || (),
        |(), reading| {
            let order = orders.get(&(reading.article.id.as_str(), reading.target));
            Ok(order.map_or_else(Vec::new, |order| fit::fitted(&reading, order)))
        },
    );
    let mut all = addressed.unknown;
    for one in fitted {
        all.extend(one?);
    }
    all.sort_by_key(|(index, _)| *index);
    Ok(all.into_iter().map(|(_, arrival)| arrival).collect())
}

#[cfg(test)]
mod laws;
