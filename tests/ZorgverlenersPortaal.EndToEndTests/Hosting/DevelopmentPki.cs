using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>The development PKI of <c>certs-dev/make-certs</c>, made once per run in a folder of its own.</summary>
internal sealed class DevelopmentPki
{
    /// <summary>The password of every card.</summary>
    public const string Password = "zvp";

    private static readonly Lazy<Task<DevelopmentPki>> _made = new(MakeAsync);

    private DevelopmentPki(string folder)
    {
        Folder = folder;
        Authority = X509CertificateLoader.LoadCertificateFromFile(File("web-ca.crt"));
    }

    /// <summary>Where it stands.</summary>
    public string Folder { get; }

    /// <summary>Vouches for the portal's own certificate.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>The one of this run; made when first asked for.</summary>
    public static Task<DevelopmentPki> GetAsync() => _made.Value;

    /// <summary>A file in it.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>A card with its key.</summary>
    public X509Certificate2 Card(string name) => X509CertificateLoader.LoadPkcs12FromFile(File($"{name}.p12"), Password);

    /// <summary>A card's numbers, from cards.csv.</summary>
    public (string Uzi, string Agb, string Role) Numbers(string name)
    {
        var row = System.IO.File.ReadLines(File("cards.csv")).Select(line => line.Split(',')).First(fields => fields[0] == name);
        return (row[1], row[2], row[3]);
    }

    private static async Task<DevelopmentPki> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("zvp-e2e-pki-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await RunningProgram.RunAsync("make-certs", Path.Combine(Checkout.Root, "certs-dev", "make-certs"), ["--out", folder], new Dictionary<string, string?>());
        return new(folder);
    }
}
