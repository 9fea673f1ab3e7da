using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What a chart does not tell by itself, in Dutch.</summary>
internal static class ChartNotes
{
    /// <summary>About the band and about values without a place.</summary>
    public static IEnumerable<string> Of(int drawn, int all, bool hasBand, IReadOnlyList<IReadOnlyList<ResultRange>> ranges)
    {
        if (hasBand)
        {
            yield return $"Het gekleurde vlak is de referentie: {Dutch.Number(ranges[0][0].Text)}.";
        }
        else if (ranges.Any(r => r.Count > 0))
        {
            yield return "De referentie is niet bij elke waarde dezelfde of niet te tekenen. Daarom staat er geen vlak; de referentie staat in de tabel.";
        }
        if (drawn < all)
        {
            yield return $"{(all - drawn == 1 ? "1 waarde is" : $"{all - drawn} waarden zijn")} niet getekend: zonder dag of zonder getal heeft een waarde geen plaats. In de tabel staan ze wel.";
        }
    }

    /// <summary>About how values are drawn, as far as it occurs.</summary>
    public static IEnumerable<string> Signs(TestChart chart)
    {
        if (chart.Points.Any(p => p.Shape != ChartShape.Plain))
        {
            yield return "Driehoek of ruit: gemarkeerd door het laboratorium, omhoog is verhoogd en omlaag is verlaagd.";
        }
        if (chart.Points.Any(p => p.Sign is not null))
        {
            yield return "Met een teken zoals < of >: geen precieze waarde, alleen de grens is getekend. Daar loopt geen lijn heen.";
        }
        if (chart.Points.Any(p => !p.IsFinal))
        {
            yield return "Met een open teken: niet definitief, of later gewijzigd. Daar loopt geen lijn heen.";
        }
    }
}
