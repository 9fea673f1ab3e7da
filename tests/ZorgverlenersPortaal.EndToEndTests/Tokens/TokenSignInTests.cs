using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Tokens;

/// <summary>
/// A key that never leaves its token and signs only after the PIN, over PKCS#11: what a card in a reader does. With curl, by
/// way of certs-dev/make-token.
/// </summary>
[Collection(Site.Shared)]
public sealed class TokenSignInTests(Site site) : IAsyncLifetime
{
    private const string Pin = "246813";

    private string _folder = "";

    private DevelopmentPki Pki => site.Portal.Pki;

    public async Task InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("zvp-token-").FullName;
        if (new TokenFactAttribute().Skip is not null)
        {
            return;
        }
        foreach (var name in (string[])["huisarts.key", "huisarts.crt"])
        {
            File.Copy(Pki.File(name), Path.Combine(_folder, name));
        }
        await RunningProgram.RunAsync(
            "make-token", Path.Combine(Checkout.Root, "certs-dev", "make-token"), ["--out", _folder, "--pin", Pin], new Dictionary<string, string?>());
        // From here on only the token has the key.
        File.Delete(Path.Combine(_folder, "huisarts.key"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [TokenFact]
    public async Task Token_RightPin_SignsIn()
    {
        var said = await CurlAsync(Pin, expected: 0);
        Assert.Contains($"200 {site.Portal.Origin}patienten", said);
        Assert.Contains("Mijn patiënten in het ziekenhuis", await File.ReadAllTextAsync(Page), StringComparison.Ordinal);
    }

    [TokenFact]
    public async Task Token_WrongPin_NeverReachesThePortal()
    {
        var said = await CurlAsync("135790", expected: 58); // curl: problem with the local client certificate
        Assert.Contains(said, line => line.StartsWith("000 ", StringComparison.Ordinal));
        Assert.False(File.Exists(Page));
    }

    [TokenFact]
    public async Task Token_ItsKey_CannotBeTakenOut()
    {
        var listed = await RunningProgram.RunAsync(
            "pkcs11-tool", "pkcs11-tool",
            ["--module", "/usr/lib/softhsm/libsofthsm2.so", "--token-label", "huisarts", "--login", "--pin", Pin, "--list-objects", "--type", "privkey"],
            Environment());
        Assert.Contains(listed, line => line.Contains("Access:", StringComparison.Ordinal)
            && line.Contains("sensitive", StringComparison.Ordinal) && !line.Contains(" extractable", StringComparison.Ordinal));
    }

    private string Page => Path.Combine(_folder, "page.html");

    private Dictionary<string, string?> Environment() => new(StringComparer.Ordinal)
    {
        ["SOFTHSM2_CONF"] = Path.Combine(_folder, "token", "softhsm2.conf"),
        ["PKCS11_MODULE_PATH"] = "/usr/lib/softhsm/libsofthsm2.so",
    };

    private Task<IReadOnlyCollection<string>> CurlAsync(string pin, int expected) => RunningProgram.RunAsync(
        "curl", "curl",
        [
            "-sS", "--engine", "pkcs11", "--cert-type", "ENG", "--key-type", "ENG", "--cacert", Pki.File("web-ca.crt"),
            "--cert", "pkcs11:token=huisarts;object=inloggen;type=cert", "--key", $"pkcs11:token=huisarts;object=inloggen;type=private;pin-value={pin}",
            "-L", "-b", "", "--max-time", "30", "-o", Page, "-w", "%{http_code} %{url_effective}\n", site.Portal.Origin.AbsoluteUri,
        ],
        Environment(), expected);
}
