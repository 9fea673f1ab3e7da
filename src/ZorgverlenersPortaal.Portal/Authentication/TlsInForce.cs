using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// What TLS really does here. .NET cannot choose key exchange groups, OpenSSL's own file does (<c>OPENSSL_CONF</c>), so whether
/// that file is in force is tried out and not believed (docs/adr/0018).
/// </summary>
/// <param name="Works">X25519, P-384 or P-256 is agreed to, so that the other answers mean something.</param>
/// <param name="FiniteField">ffdhe2048–8192 are agreed to, which NCSC calls insufficient.</param>
/// <param name="Hybrid">X25519MLKEM768 is agreed to (OpenSSL ≥ 3.5).</param>
public sealed record TlsInForce(bool Works, bool FiniteField, bool Hybrid)
{
    /// <summary>Null when the profile holds; else what is wrong and its mend.</summary>
    public string? Fault => (Works, FiniteField) switch
    {
        (false, _) => "TLS agrees to none of X25519, P-384 and P-256, so no browser could connect; look at Groups in the file that OPENSSL_CONF names",
        (true, true) => "TLS also agrees to finite-field groups (ffdhe2048 and larger), which NCSC calls insufficient; "
            + "start the portal with OPENSSL_CONF=ops/tls/openssl.cnf, or openssl-3.5.cnf beside it (docs/adr/0018)",
        (true, false) => null,
    };

    /// <summary>For the log and <c>portal check</c>.</summary>
    public string Description => $"key exchange {(Hybrid ? "hybrid ML-KEM and " : "")}elliptic curves{(FiniteField ? " and finite fields" : "")}";

    /// <summary>Tries it out under the settings of the listener, without a socket; a few milliseconds.</summary>
    public static async Task<TlsInForce> TryAsync(PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = KestrelTls.ServerOptions(settings);
        return new(
            await GroupQuestion.IsAgreedAsync(options, 0x001d, 0x0018, 0x0017),
            await GroupQuestion.IsAgreedAsync(options, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104),
            await GroupQuestion.IsAgreedAsync(options, 0x11ec));
    }
}
