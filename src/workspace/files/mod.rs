//! Files: found, read, guarded by bounds and locks, and written whole.

pub mod abreast;
pub mod cache;
pub mod decode;
pub mod door;
pub mod editor;
pub mod glance;
pub mod ignored;
pub mod journal;
pub mod leftovers;
pub mod lock;
pub mod own_folder;
pub mod pack;
pub mod paths;
pub mod read;
pub mod save;
pub mod stamp;
pub mod together;
pub mod walk;
pub mod witness;
