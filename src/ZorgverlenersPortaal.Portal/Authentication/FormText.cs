namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What a doctor typed in a form that could not be taken yet.</summary>
/// <param name="Path">The form's own address.</param>
/// <param name="Fields">Values by field.</param>
public sealed record FormText(string Path, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Nothing was typed.</summary>
    public static FormText Empty { get; } = new("", new Dictionary<string, string>());

    /// <summary>The text of a field; empty when there is none.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}
