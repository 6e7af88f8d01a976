//! The table that is printed: one row for each thing that was measured.

use std::collections::BTreeMap;

/// Bound that a figure has to keep.
#[derive(Clone, Copy, Debug)]
pub enum Budget {
    /// Times the peer's processor time.
    Cpu(f64),
    /// Times the peer's wall time.
    Wall(f64),
    /// Milliseconds of wall time: the median of a command, the 95th percentile of a key.
    Milliseconds(f64),
    /// Resident memory.
    Megabytes(f64),
    /// Times the size of the peer's file.
    Size(f64),
    /// Bytes written to the terminal for one key, at the median.
    Bytes(f64),
}

/// Figures of one thing in one size of shop.
#[derive(Clone, Copy, Default, Debug)]
pub struct Figures {
    /// Median of the wall time, in milliseconds.
    pub wall: f64,
    /// 95th percentile of the wall time of a key, in milliseconds.
    pub late: Option<f64>,
    /// Median of the processor time, in milliseconds.
    pub cpu: Option<f64>,
    /// Largest memory, in megabytes.
    pub memory: Option<f64>,
    /// Bytes: of a file, or written for a key.
    pub bytes: Option<f64>,
    /// Millions of instructions.
    pub instructions: Option<f64>,
    /// The peer's: wall time, processor time, memory, bytes, instructions.
    pub peer: Option<Peer>,
}

/// Figures of the program that ours is compared with, in the same run.
#[derive(Clone, Copy, Default, Debug)]
pub struct Peer {
    /// Median of the wall time, in milliseconds.
    pub wall: f64,
    /// Median of the processor time, in milliseconds.
    pub cpu: f64,
    /// Largest memory, in megabytes.
    pub memory: f64,
    /// Size of the file, in bytes.
    pub bytes: f64,
    /// Millions of instructions.
    pub instructions: Option<f64>,
}

/// Everything measured, in the order in which it was first measured.
#[derive(Default)]
pub struct Table {
    order: Vec<String>,
    budgets: BTreeMap<String, &'static [Budget]>,
    figures: BTreeMap<(String, usize), Figures>,
}

impl Table {
    /// Records the figures of a thing in the shop with an index, and prints them, so that a long run shows where it is.
    pub fn add(&mut self, name: &str, size: usize, budgets: &'static [Budget], figures: Figures) {
        eprintln!("  {name}: {}", ours(&figures));
        if !self.order.iter().any(|known| known == name) {
            self.order.push(name.to_owned());
        }
        self.budgets.insert(name.to_owned(), budgets);
        self.figures.insert((name.to_owned(), size), figures);
    }

    /// Prints the table: figures of the largest shop, and by how much the first shop's have grown.
    pub fn print(&self, sizes: &[&str]) {
        let last = sizes.len().saturating_sub(1);
        println!(
            "| item | ratio | ours, {} | peer | growth from {} | budget | ok |",
            sizes.last().unwrap_or(&""),
            sizes.first().unwrap_or(&"")
        );
        println!("|---|---|---|---|---|---|---|");
        for name in &self.order {
            let at = |size| self.figures.get(&(name.clone(), size));
            let Some(figures) = at(last) else { continue };
            let growth = (last > 0).then(|| at(0)).flatten().map_or_else(String::new, |first| {
                format!("{:.2}", time(figures) / time(first).max(0.001))
            });
            let budgets = self.budgets.get(name).copied().unwrap_or_default();
            let bounds: Vec<String> = budgets.iter().map(|budget| bound(*budget)).collect();
            println!(
                "| {name} | {} | {} | {} | {growth} | {} | {} |",
                ratio(figures, budgets).map_or_else(String::new, |ratio| format!("{ratio:.2}")),
                ours(figures),
                figures.peer.map_or_else(String::new, |peer| peers(&peer)),
                bounds.join(", "),
                verdict(figures, budgets)
            );
        }
    }
}

/// The figure that grows with a shop: the time, or for a file the bytes.
fn time(figures: &Figures) -> f64 {
    if figures.wall > 0.0 { figures.wall } else { figures.bytes.unwrap_or_default() }
}

fn ours(figures: &Figures) -> String {
    let mut parts = Vec::new();
    if figures.wall > 0.0 {
        parts.push(match figures.late {
            Some(late) => format!("{} / {} ms", brief(figures.wall), brief(late)),
            None => format!("{} ms", brief(figures.wall)),
        });
    }
    parts.extend(figures.cpu.map(|cpu| format!("CPU {}", brief(cpu))));
    parts.extend(figures.memory.map(|memory| format!("{} MB", brief(memory))));
    parts.extend(figures.bytes.map(amount));
    parts.extend(figures.instructions.map(|count| format!("{} M instr.", brief(count))));
    parts.join(", ")
}

fn peers(peer: &Peer) -> String {
    let mut parts = Vec::new();
    if peer.wall > 0.0 {
        parts.push(format!("{} ms, CPU {}", brief(peer.wall), brief(peer.cpu)));
        parts.push(format!("{} MB", brief(peer.memory)));
    }
    if peer.bytes > 0.0 {
        parts.push(amount(peer.bytes));
    }
    parts.extend(peer.instructions.map(|count| format!("{} M instr.", brief(count))));
    parts.join(", ")
}

fn amount(bytes: f64) -> String {
    if bytes < 100_000.0 { format!("{bytes:.0} bytes") } else { format!("{:.1} MB", bytes / 1e6) }
}

fn brief(number: f64) -> String {
    let digits = if number >= 100.0 {
        0
    } else if number >= 10.0 {
        1
    } else {
        2
    };
    format!("{number:.digits$}")
}

fn bound(budget: Budget) -> String {
    match budget {
        Budget::Cpu(most) => format!("CPU x {most}"),
        Budget::Wall(most) => format!("wall x {most}"),
        Budget::Milliseconds(most) => format!("{most} ms"),
        Budget::Megabytes(most) => format!("{most} MB"),
        Budget::Size(most) => format!("size x {most}"),
        Budget::Bytes(most) => format!("{most} bytes"),
    }
}

/// The ratio that the budgets are about; the processor's where they are about none.
fn ratio(figures: &Figures, budgets: &[Budget]) -> Option<f64> {
    let peer = figures.peer?;
    let is_about = |kind: fn(&Budget) -> bool| budgets.iter().any(kind);
    if is_about(|budget| matches!(budget, Budget::Wall(_))) {
        Some(figures.wall / peer.wall)
    } else if is_about(|budget| matches!(budget, Budget::Size(_))) {
        Some(figures.bytes? / peer.bytes)
    } else {
        Some(figures.cpu? / peer.cpu)
    }
}

fn verdict(figures: &Figures, budgets: &[Budget]) -> &'static str {
    let is_kept = |budget: &Budget| {
        let (figure, most) = match *budget {
            Budget::Cpu(most) => {
                (figures.cpu.zip(figures.peer).map(|(cpu, peer)| cpu / peer.cpu), most)
            }
            Budget::Wall(most) => (figures.peer.map(|peer| figures.wall / peer.wall), most),
            Budget::Size(most) => {
                (figures.bytes.zip(figures.peer).map(|(bytes, peer)| bytes / peer.bytes), most)
            }
            Budget::Milliseconds(most) => (Some(figures.late.unwrap_or(figures.wall)), most),
            Budget::Megabytes(most) => (figures.memory, most),
            Budget::Bytes(most) => (figures.bytes, most),
        };
        figure.map(|figure| figure <= most)
    };
    let kept: Vec<Option<bool>> = budgets.iter().map(is_kept).collect();
    match kept.as_slice() {
        [] => "",
        all if all.contains(&None) => "not measured",
        all if all.contains(&Some(false)) => "no",
        _ => "yes",
    }
}

/// Returns the value below which so many percent of sorted numbers are.
pub fn percentile(numbers: &mut [f64], percent: usize) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let rank = (numbers.len() * percent).div_ceil(100).saturating_sub(1);
    numbers.get(rank).copied().unwrap_or_default()
}
