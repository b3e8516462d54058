//! What an address demands of encryption, in the words of libpq: `sslmode` and `sslrootcert`.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::{Error, Result};
use crate::l10n::message;

/// An address with what it demands.
#[derive(Debug, PartialEq, Eq)]
pub struct Demand {
    /// The address for those who read it next.
    pub address: String,
    proof: Proof,
    /// A file of certificates that are trusted in place of the system's.
    roots: Option<String>,
}

/// What a server has to prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Proof {
    /// Nothing: the connection is encrypted, but with whom, nobody knows.
    Nothing,
    /// That a trusted authority knows it.
    Authority,
    /// That, and that it is the host of the address.
    Host,
}

impl Demand {
    /// Reads an address.
    pub fn read(address: &str) -> Self {
        let (start, separator, rest) = match address.split_once('?') {
            Some((start, rest)) => (format!("{start}?"), "&", rest),
            None if address.contains("://") => (address.to_owned(), "&", ""),
            None => (String::new(), " ", address),
        };
        let mut demand = Self { address: start, proof: Proof::Nothing, roots: None };
        let mut rest: Vec<String> =
            rest.split(separator).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        rest.retain_mut(|part| match part.split_once('=') {
            Some(("sslrootcert", path)) => {
                demand.roots = Some(decoded(path)).filter(|path| path != "system");
                false
            }
            Some(("sslmode", mode)) => {
                demand.proof = match mode {
                    "verify-ca" => Proof::Authority,
                    "verify-full" => Proof::Host,
                    _ => return true,
                };
                "sslmode=require".clone_into(part);
                true
            }
            _ => true,
        });
        demand.address += &rest.join(separator);
        // Who names authorities wants them asked.
        if demand.roots.is_some() {
            demand.proof = demand.proof.max(Proof::Authority);
        }
        demand
    }

    /// What makes connections as they are demanded.
    pub fn connector(&self) -> Result<MakeRustlsConnect> {
        let provider = Arc::new(ring::default_provider());
        let verifier = Arc::new(self.verifier(&provider)?);
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|err| Error::new(message!("error-share-certificates")).caused_by(&err))?
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth();
        Ok(MakeRustlsConnect::new(config))
    }

    fn verifier(&self, provider: &Arc<CryptoProvider>) -> Result<Verifier> {
        let mut verifier = Verifier {
            proof: self.proof,
            trusted: Vec::new(),
            authorities: None,
            provider: Arc::clone(provider),
        };
        if self.proof == Proof::Nothing {
            return Ok(verifier);
        }
        verifier.trusted = self.trusted()?;
        let mut store = RootCertStore::empty();
        store.add_parsable_certificates(verifier.trusted.iter().cloned());
        let builder =
            WebPkiServerVerifier::builder_with_provider(Arc::new(store), Arc::clone(provider));
        let built = builder.build().map_err(|err| {
            let path = self.roots.clone().unwrap_or_default();
            Error::new(message!("error-share-roots", path = path))
                .caused_by(&err)
                .hint(message!("hint-share-certificate"))
        })?;
        verifier.authorities = Some(built);
        Ok(verifier)
    }

    fn trusted(&self) -> Result<Vec<CertificateDer<'static>>> {
        let Some(path) = &self.roots else {
            return Ok(rustls_native_certs::load_native_certs().certs);
        };
        let unreadable = |why: String| {
            Error::new(message!("error-share-roots", path = path.as_str()))
                .caused_by(why)
                .hint(message!("hint-share-certificate"))
        };
        let found = CertificateDer::pem_file_iter(path);
        let found = found.map_err(|err| unreadable(err.to_string()))?;
        found.map(|one| one.map_err(|err| unreadable(err.to_string()))).collect()
    }
}

/// Proves certificates as far as that is demanded.
#[derive(Debug)]
struct Verifier {
    proof: Proof,
    trusted: Vec<CertificateDer<'static>>,
    authorities: Option<Arc<WebPkiServerVerifier>>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        server: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let Some(authorities) = &self.authorities else {
            return Ok(ServerCertVerified::assertion());
        };
        // A certificate that is itself trusted needs nobody to speak for it.
        let known = if self.trusted.iter().any(|one| one.as_ref() == server.as_ref()) {
            verify_server_name(&ParsedCertificate::try_from(server)?, name)
                .map(|()| ServerCertVerified::assertion())
        } else {
            authorities.verify_server_cert(server, between, name, response, now)
        };
        match known {
            Err(rustls::Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if self.proof == Proof::Authority => Ok(ServerCertVerified::assertion()),
            known => known,
        }
    }

    fn verify_tls12_signature(
        &self,
        signed: &[u8],
        server: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(signed, server, signature, known)
    }

    fn verify_tls13_signature(
        &self,
        signed: &[u8],
        server: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(signed, server, signature, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// A text without the signs that addresses put for others.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let code = rest.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        let Some(byte) = code else { break };
        bytes.extend(rest[..at].bytes());
        bytes.push(byte);
        rest = &rest[at + 3..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Demand, Proof};

    fn read(address: &str) -> (String, Proof, Option<String>) {
        let demand = Demand::read(address);
        (demand.address, demand.proof, demand.roots)
    }

    #[test]
    fn what_is_demanded_is_taken_from_the_address() {
        let plain = "postgres://a:b@c/d".to_owned();
        assert_eq!(read(&plain), (plain.clone(), Proof::Nothing, None));
        let full = format!("{plain}?sslmode=verify-full&sslrootcert=%2Fa%20b&connect_timeout=1");
        let left = format!("{plain}?sslmode=require&connect_timeout=1");
        assert_eq!(read(&full), (left, Proof::Host, Some("/a b".to_owned())));
        let named = read(&format!("{plain}?sslmode=require&sslrootcert=ca.pem"));
        assert_eq!(named.1, Proof::Authority);
        assert_eq!(read("host=c sslmode=verify-ca").0, "host=c sslmode=require");
        assert_eq!(read("host=c sslmode=verify-ca").1, Proof::Authority);
    }
}
