//! Lists: what the screens and reports show, joined and sorted by the engine.
