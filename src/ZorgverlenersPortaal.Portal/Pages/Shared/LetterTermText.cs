using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>How the letters of a discharge stand, in Dutch.</summary>
public static class LetterTermText
{
    /// <summary>What there is to say, the letter first: of the message only while there is no letter.</summary>
    public static IReadOnlyList<(string Text, bool IsLate)> For(DischargeTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var letter = Of("Ontslagbrief", terms.Letter, terms.MayMiss, Clock.Date);
        return terms.Letter.State is LetterTermState.Arrived or LetterTermState.ArrivedLate or LetterTermState.Unknown
            ? [letter]
            : [letter, Of("Ontslagbericht", terms.Message, terms.MayMiss, Clock.DateAndTime)];
    }

    private static (string Text, bool IsLate) Of(string what, LetterTerm term, bool mayMiss, Func<DateTimeOffset, string> moment) => term.State switch
    {
        LetterTermState.Unknown => ($"{what}: niet te zeggen of die er is", false),
        LetterTermState.Waiting => ($"{what} verwacht tot en met {moment(term.Due!.Value)}", false),
        LetterTermState.Late when mayMiss => ($"{what} niet gezien, verwacht tot en met {moment(term.Due!.Value)}; niet alle brieven zijn te zien", true),
        LetterTermState.Late => ($"{what} te laat sinds {moment(term.Due!.Value.AddTicks(1))}", true),
        LetterTermState.Arrived => ($"{what} binnen{On(term)}", false),
        LetterTermState.ArrivedLate => ($"{what} binnen{On(term)}, na de termijn ({moment(term.Due!.Value)})", false),
    };

    private static string On(LetterTerm term) => term.Arrived is { } date ? $" op {date.Date}" : "";
}
