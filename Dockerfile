# syntax=docker/dockerfile:1
# The service as one small image. See docs/operations.md.

FROM rust:1.95.0-bookworm AS build
# The image's own toolchain serves; nothing else is to be downloaded.
ENV RUSTUP_TOOLCHAIN=1.95.0
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --locked --release \
    && install -D target/release/duban /out/duban

FROM debian:bookworm-slim
# Certificate authorities, time zones, holidays and words are inside the program; it needs libc alone.
RUN useradd --uid 10001 --home-dir /var/lib/duban --create-home --shell /usr/sbin/nologin duban
COPY --from=build /out/duban /usr/local/bin/duban
COPY campaigns /usr/share/duban/campaigns
COPY LICENSE-MIT LICENSE-APACHE calendars/LICENSE-chinese-days /usr/share/doc/duban/

# DATABASE_URL is not set here, so that DATABASE_URL_FILE may be: without either it is sqlite://duban.db, in the volume.
ENV DUBAN_CAMPAIGN=/usr/share/duban/campaigns/mass-line.toml \
    DUBAN_LISTEN=0.0.0.0:8080 \
    NO_COLOR=1
WORKDIR /var/lib/duban
VOLUME /var/lib/duban
USER 10001:10001
EXPOSE 8080

# bash speaks TCP itself, so the image needs no curl.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${DUBAN_LISTEN##*:} && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# SIGTERM: nothing new is taken, what is in hand is finished, within ten seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["duban"]
CMD ["run"]
