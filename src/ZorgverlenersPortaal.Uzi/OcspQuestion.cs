using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>A card whose list is too old to call it good; only a card with a trusted chain becomes a question.</summary>
/// <param name="Issuer">The pinned CA that issued the card.</param>
/// <param name="SerialNumber">Of the card, hexadecimal as in <see cref="UziIdentity.CertificateSerial"/>.</param>
public sealed record OcspQuestion(X509Certificate2 Issuer, string SerialNumber);
