namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A question with radio buttons.</summary>
/// <param name="Field">Name, label, hint, fault and the answer given.</param>
/// <param name="Options">The answers, in order.</param>
public sealed record Choices(Field Field, IReadOnlyList<Choice> Options)
{
    /// <summary>Id of an option; the first has the field's own, so that the list of faults leads there.</summary>
    public string OptionId(int index) => index == 0 ? Field.Id : FormattableString.Invariant($"{Field.Id}-{index + 1}");
}
