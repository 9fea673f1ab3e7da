using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Benchmarks.Load;

/// <summary>Made-up doctors for a load: each has a card and an AGB code of her own, and two patients in the made-up hospital.</summary>
internal static class LoadTown
{
    /// <summary>Bytes of the letter that some stream meanwhile.</summary>
    public const int LetterBytes = 20_000_000;

    private const string TemplateUzi = "900021219";
    private const string TemplateAgb = "01056789";

    public static string Uzi(int doctor) => string.Create(CultureInfo.InvariantCulture, $"{910_000_000 + doctor}");

    public static string Agb(int doctor) => string.Create(CultureInfo.InvariantCulture, $"0107{doctor:0000}");

    /// <summary>Accounts as <c>portal accounts import</c> reads them; 9,999 at most.</summary>
    public static void WriteAccounts(string file, int doctors) => File.WriteAllLines(
        file, Enumerable.Range(0, doctors).Select(i => $"{Uzi(i)},Dokter {i},huisarts,{Agb(i)}").Prepend("uzi,name,role,agb"));

    /// <summary>The doctors' cards: copies of a development card with another number and AGB code, signed by the same authority.</summary>
    public static X509Certificate2 Card(X509Certificate2 template, X509Certificate2 authority, int doctor)
    {
        using var key = template.GetRSAPrivateKey()!;
        var request = new CertificateRequest(new X500DistinguishedName(Changed(template.SubjectName.RawData, doctor)), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in template.Extensions)
        {
            request.CertificateExtensions.Add(new X509Extension(extension.Oid!, Changed(extension.RawData, doctor), extension.Critical));
        }
        using var signed = request.Create(authority, new DateTimeOffset(template.NotBefore), new DateTimeOffset(template.NotAfter), Serial(doctor));
        using var whole = signed.CopyWithPrivateKey(key);
        // Once in and out: SslStream wants a key that is not only in this object.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>FHIR for the made-up hospital: per doctor a patient in hospital and one just discharged, with what a patient's page shows.</summary>
    public static void WriteHospital(string folder, int doctors, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        using var lines = new StreamWriter(Path.Combine(folder, "town.ndjson"));
        for (var doctor = 0; doctor < doctors; doctor++)
        {
            foreach (var resource in LoadPatient.Resources(doctor * 2, Agb(doctor), now, isDischarged: false).Concat(LoadPatient.Resources((doctor * 2) + 1, Agb(doctor), now, isDischarged: true)))
            {
                lines.WriteLine(resource.ToJsonString());
            }
        }
        var letter = new JsonObject
        {
            ["resourceType"] = "Binary",
            ["id"] = "load-letter",
            ["contentType"] = "application/pdf",
            ["data"] = Convert.ToBase64String([.. "%PDF-1.7\n"u8, .. new byte[LetterBytes]]),
        };
        lines.WriteLine(letter.ToJsonString());
    }

    private static byte[] Serial(int doctor) => [0x11, .. BitConverter.GetBytes(doctor), 0x22];

    /// <summary>The same length with the same meaning: only digits change places in the DER.</summary>
    private static byte[] Changed(byte[] der, int doctor)
    {
        var text = Encoding.Latin1.GetString(der);
        return Encoding.Latin1.GetBytes(text.Replace(TemplateUzi, Uzi(doctor), StringComparison.Ordinal).Replace(TemplateAgb, Agb(doctor), StringComparison.Ordinal));
    }
}
