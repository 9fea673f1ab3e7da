using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Tells of a section whether it is there, and if not why, whom to call and what to say then (R7).</summary>
internal sealed class PanelStates(PortalSettings settings, Visit visit, TimeProvider time)
{
    /// <summary>What the panel says beside or in place of its content; <paramref name="retry"/> is where it is asked again.</summary>
    public PanelState Of<T>(SectionView<T> view, string what, string retry) where T : class
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Section is not { } section)
        {
            var now = Clock.Time(time.GetUtcNow());
            return new(Gone($"{what}: kan niet worden vastgelegd, niet getoond", "We kunnen deze inzage nu niet vastleggen.", "ZVP-X02", now, retry), false, "", retry);
        }
        var at = Clock.Time(section.FetchedAt);
        if (section.Failure is not { } failure)
        {
            return new(null, section.IsIncomplete, at, retry);
        }
        var text = EpdFailureText.For(failure, settings.Epd.SectionSeconds);
        if (failure == EpdFailure.ClosedToRole)
        {
            var office = $"{settings.Portal.OfficeName}: {settings.Portal.OfficePhone}";
            return new(null, false, at, retry) { Closed = new($"Niet getoond: {what}", text.Why, office, text.Code, at, visit.Incident) };
        }
        return new(Gone($"{what}: nu niet op te halen", text.Why, text.Code, at, retry), false, at, retry);
    }

    private SectionGone Gone(string what, string why, string code, string at, string retry) =>
        new(what, why, $"Receptie: {settings.Portal.ReceptionPhone}", code, at, visit.Incident, retry);
}
