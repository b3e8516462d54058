# A static program and nothing else: docker build -t tolmach . && docker run --rm -v "$PWD:/work" tolmach check
FROM rust:1.95-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /tolmach
COPY Cargo.toml Cargo.lock ./
COPY benches benches
COPY locales locales
COPY src src
COPY tests/what_was_skipped.rs tests/
RUN cargo build --release --locked

# What needs git (--changed-from, --only-new, --staged, align --source-at) needs an image that has it.
FROM scratch
COPY --from=build /tolmach/target/release/tolmach /tolmach
WORKDIR /work
ENTRYPOINT ["/tolmach"]
