using System.Security.Authentication;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>The EPD's certificate does not count; says which checks failed, never what the certificate holds.</summary>
internal sealed class UntrustedEpdException(string why) : AuthenticationException($"The EPD's certificate is not trusted: {why}.");
