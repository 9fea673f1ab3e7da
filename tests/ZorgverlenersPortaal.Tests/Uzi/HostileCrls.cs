using System.Text;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Lists that a store with number 5 of the care provider CA must not take (H136, H137, H138 of security.md §5).</summary>
internal static class HostileCrls
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    public static IEnumerable<(string Name, byte[] Der, CrlRefusal Refusal)> All()
    {
        var list = new HostileCrl(_ca, _pki.Now.AddMinutes(-1)) { Number = 6 };
        byte[] none = [0x05, 0x00];
        var genuine = _pki.Crl(_ca, number: 6);
        yield return ("empty", [], CrlRefusal.Malformed);
        yield return ("HTML", Encoding.ASCII.GetBytes("<html>proxy error</html>"), CrlRefusal.Malformed);
        yield return ("truncated", genuine[..200], CrlRefusal.Malformed);
        yield return ("bytes behind", [.. genuine, 0x00], CrlRefusal.Malformed);
        yield return ("a certificate", _ca.Certificate.RawData, CrlRefusal.Malformed);
        yield return ("version 1", (list with { Version = 0 }).Build(), CrlRefusal.Malformed);
        yield return ("no nextUpdate", (list with { HasNextUpdate = false }).Build(), CrlRefusal.Malformed);
        yield return ("no number", (list with { Number = null }).Build(), CrlRefusal.Malformed);
        yield return ("negative serial", (list with { Serials = [[0x81, 0x01]] }).Build(), CrlRefusal.Malformed);
        yield return ("H138 40 MB", new byte[40 * 1024 * 1024], CrlRefusal.TooLarge);
        yield return ("other issuer", _pki.Crl(_pki.WebCa), CrlRefusal.UnknownIssuer);
        yield return ("forged: same name, other key", _pki.Crl(_pki.ForeignCa, number: 6), CrlRefusal.BadSignature);
        yield return ("one bit changed", Flip(genuine), CrlRefusal.BadSignature);
        yield return ("SHA-1", Sha1(genuine), CrlRefusal.WeakSignature);
        yield return ("future", _pki.Crl(_ca, 6, _pki.Now.AddMinutes(6)), CrlRefusal.NotYetIssued);
        yield return ("H136 year 2040", _pki.Crl(_ca, 6, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)), CrlRefusal.NotYetIssued);
        yield return ("expired", _pki.Crl(_ca, 6, _pki.Now.AddHours(-49)), CrlRefusal.Expired);
        yield return ("H137 lower number", _pki.Crl(_ca, 4), CrlRefusal.OlderThanStored);
        yield return ("same number, earlier", _pki.Crl(_ca, 5, _pki.Now.AddHours(-2)), CrlRefusal.OlderThanStored);
        yield return ("unknown critical extension", (list with { Extension = ("1.2.3", true, none) }).Build(), CrlRefusal.UnknownCriticalExtension);
        yield return ("unknown critical in an entry",
            (list with { Serials = [[0x01]], EntryExtension = ("1.2.3", true, none) }).Build(), CrlRefusal.UnknownCriticalExtension);
        yield return ("delta", (list with { Extension = ("2.5.29.27", true, [0x02, 0x01, 0x01]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("indirect", (list with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x84, 0x01, 0xFF]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("attribute certificates", (list with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x85, 0x01, 0xFF]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("some reasons", (list with { Extension = ("2.5.29.28", true, [0x30, 0x04, 0x83, 0x02, 0x06, 0x40]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("entry of another issuer",
            (list with { Serials = [[0x01]], EntryExtension = ("2.5.29.29", true, [0x30, 0x00]) }).Build(), CrlRefusal.DeltaOrIndirect);
    }

    private static byte[] Flip(byte[] der)
    {
        byte[] copy = [.. der];
        copy[^1] ^= 1;
        return copy;
    }

    // sha256WithRSAEncryption becomes sha1WithRSAEncryption inside and outside.
    private static byte[] Sha1(byte[] der)
    {
        byte[] copy = [.. der];
        ReadOnlySpan<byte> sha256 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B];
        for (var at = copy.AsSpan().IndexOf(sha256); at >= 0; at = copy.AsSpan().IndexOf(sha256))
        {
            copy[at + 8] = 0x05;
        }

        return copy;
    }
}
