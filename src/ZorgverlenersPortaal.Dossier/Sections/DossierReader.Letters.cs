using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

public sealed partial class DossierReader
{
    /// <summary>Starts reading the list of letters; to be had only through its record (R2).</summary>
    public PendingSection<LetterShelf> ReadLetters(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return Pending(grant, LettersAsync(int.MaxValue, (epd, token) => epd.SearchAsync(grant, Letters(grant), token), cancellation));
    }

    /// <summary>All letters of a patient; replaced ones too: they are the earlier versions of what is in force.</summary>
    internal static EpdQuery Letters(PatientGrant grant) =>
        EpdQuery.Search("DocumentReference", ("patient", grant.PatientId), ("status", "current,superseded"));

    /// <summary>The newest letters, for a summary; its record names those only.</summary>
    private const int Recent = 10;

    private Task<Section<LetterShelf>> LettersAsync(
        int most, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, CancellationToken cancellation)
    {
        var fetching = _fetcher.FetchAsync(DossierCategory.Letters, ask, a => _letters.Read(a.Of<DocumentReference>()).Newest(most), cancellation);
        return AnnouncingAsync(NamingAsync(fetching, s => s.Sources), s => s.Withheld);
    }

    /// <summary>What was withheld makes the section incomplete, so that no page can forget to say so (R7).</summary>
    private static async Task<Section<T>> AnnouncingAsync<T>(Task<Section<T>> fetching, Func<T, int> withheld) where T : class
    {
        var section = await fetching;
        return section.Content is { } content && withheld(content) > 0 ? section with { IsIncomplete = true } : section;
    }
}
