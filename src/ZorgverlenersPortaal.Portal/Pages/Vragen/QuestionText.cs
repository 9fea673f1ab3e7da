using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Toezicht;

namespace ZorgverlenersPortaal.Portal.Pages.Vragen;

/// <summary>A question to a doctor in words. Dutch; no patient.</summary>
public static class QuestionText
{
    /// <summary>"Noodprocedure NP-4F2A9C01 van 22-11-2026 09:11", or the act and its moment.</summary>
    public static string Look(CaseQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var what = question.Emergency is { } emergency ? "Noodprocedure " + emergency.Reference : EventText.Of(question.Case.LookEvent);
        return $"{what} van {Clock.DateAndTime(question.Case.LookTime)}";
    }
}
