using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>Published examples as care moments, letters and conclusions: each is shown or degrades by itself, none throws.</summary>
public sealed class SharedCareDataTests
{
    private static readonly Uri _base = new("https://epd.example.nl/fhir/");
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [SharedDataFact("fhir-data/dev")]
    public void Read_DutchAndHl7Examples_LoseNothing() => AssertAllAreShown("dev");

    [SharedDataFact("fhir-data/synthea")]
    public void Read_SyntheaPatients_LoseNothing() => AssertAllAreShown("synthea");

    [SharedDataFact("fhir-data/dev/patients")]
    public void Read_NictizReferralAndReport_AreShown()
    {
        var all = Files("dev/patients").SelectMany(Resources).ToList();

        var referral = Assert.Single(Referrals(all));
        Assert.Equal(("ServiceRequest/hg-ReferralServiceRequest-01", ReferralState.Completed, "dr. B.A. van Galen", "P. Snaar MSc", true),
            (referral.Source, referral.State, referral.Requester, referral.Performer, referral.HasMore));
        var report = Assert.Single(Conclusions(all), c => c.Source.StartsWith("Composition/nl-core-SOAPReport-01", StringComparison.Ordinal));
        Assert.Equal(["Evaluatie", "Plan"], report.Parts.Select(p => p.Title).Select(t => t is "Evaluation" or "Evaluatie" ? "Evaluatie" : "Plan"));
        Assert.All(report.Parts, p => Assert.DoesNotContain('<', p.Text ?? ""));
    }

    [SharedDataFact("fhir-data/dev/patients")]
    public void Read_ValuesSwapped_StillGiveSections()
    {
        string[] values = ["7", "null", "\"x\"", "[]", "{}", "[null]", "\"2024-02-30\"", "\"#a\"", "\"Patient/9\""];
        var texts = Files("dev/patients").Select(File.ReadAllBytes).SelectMany(Texts).Take(20).ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts)
        {
            for (var index = 0; index < 60; index++)
            {
                Show([Parse(ValueSwap.Swap(text, index, values[index % values.Length]))]);
            }
        }
    }

    private static IEnumerable<byte[]> Texts(byte[] bundle)
    {
        string[] types = ["Appointment", "Procedure", "ServiceRequest", "Composition", "DocumentReference"];
        using var document = JsonDocument.Parse(bundle);
        return [.. document.RootElement.GetProperty("entry").EnumerateArray()
            .Select(e => e.GetProperty("resource"))
            .Where(r => types.Contains(r.GetProperty("resourceType").GetString()))
            .Select(r => Encoding.UTF8.GetBytes(r.GetRawText()))];
    }

    private static Resource Parse(byte[] json)
    {
        try
        {
            return FhirJson.Read(json);
        }
        catch (FhirFormatException)
        {
            // Without its type nothing is left of it; the Bundle's reader counts such entries.
            return FhirJson.Read("""{"resourceType":"Basic"}"""u8.ToArray());
        }
    }

    private static void AssertAllAreShown(string folder)
    {
        var seen = 0;
        foreach (var file in Files(folder))
        {
            var resources = Resources(file).Where(r => !r.IsEnteredInError && r.Id is not null).DistinctBy(r => r.Reference, StringComparer.Ordinal).ToList();
            var shown = Show(resources);
            foreach (var resource in resources.Where(r => r is Appointment or Procedure or DocumentReference))
            {
                seen++;
                Assert.True(shown.Contains(resource.VersionedReference), $"{Path.GetFileName(file)}: {resource.Reference} is lost");
            }
        }
        Assert.NotEqual(0, seen);
    }

    private static HashSet<string> Show(IReadOnlyList<Resource> resources)
    {
        EpdAnswer answer = new() { Resources = [.. resources.Where(r => r.Id is not null)], FetchedAt = _now };
        var book = new AppointmentReader(_base, 14).Read(answer.Of<Appointment>(), answer.Of<Location>(), _now);
        var operations = new OperationReader(_base, new()).Read(answer, _now);
        var shelf = new LetterShelfReader(_base, new()).Read(answer.Of<DocumentReference>());
        var admissions = new AdmissionReader(_base, ["IMP"], new()).Read(answer.Of<Encounter>(), answer.Of<Location>(), _now);
        Assert.All(admissions, a => Assert.NotEqual(AdmissionState.None, a.State));
        return [.. book.Sources, .. operations.Sources, .. shelf.Sources, .. Referrals(resources).Select(r => r.Source), .. Conclusions(answer.Resources).Select(c => c.Source)];
    }

    private static IReadOnlyList<Referral> Referrals(IEnumerable<Resource> resources)
    {
        var reader = new ReferralReader(_base, new());
        return reader.Read([.. reader.Among(resources.OfType<ServiceRequest>())], resources.OfType<Appointment>(), _ => RequesterKind.Unknown);
    }

    private static IReadOnlyList<Conclusion> Conclusions(IEnumerable<Resource> resources) =>
        new ConclusionReader(_base, new(), new()).Read(new EpdAnswer { Resources = [.. resources], FetchedAt = _now }).Items;

    private static IEnumerable<string> Files(string folder) => SharedData.FhirFiles(folder);

    private static IEnumerable<Resource> Resources(string file)
    {
        using var stream = File.OpenRead(file);
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        var resource = FhirJson.Read(bytes.ToArray());
        return resource is Bundle bundle ? bundle.Entries.Select(e => e.Resource).OfType<Resource>() : [resource];
    }
}
