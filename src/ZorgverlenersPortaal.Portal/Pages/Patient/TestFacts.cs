using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>How and from what a result was made, as far as the EPD says: a value may mean something else in another material.</summary>
public static class TestFacts
{
    /// <summary>Names and texts, in Dutch; empty when the EPD says no more than the material's name, which stands in the row.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(TestResult test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.IsNotUnderstood
            ? []
            : [.. Of(test.Specimen), .. Fact("Methode", test.Method), .. Fact("Plaats van de meting", test.BodySite)];
    }

    private static IEnumerable<(string Name, string Text)> Of(ResultSpecimen? specimen) => specimen is null
        ? []
        :
        [
            .. Fact("Plaats van afname", specimen.BodySite),
            .. Fact("Afgenomen", specimen.Collected?.DateAndTime),
            .. Fact("Ontvangen", specimen.Received?.DateAndTime),
            .. Fact("Opmerking bij het materiaal", specimen.Notes.Count == 0 ? null : string.Join("; ", specimen.Notes.Select(note => note.Text))),
        ];

    private static IEnumerable<(string Name, string Text)> Fact(string name, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [(name, text)];
}
