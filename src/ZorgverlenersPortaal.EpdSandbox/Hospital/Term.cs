namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>A code with the Dutch words for it.</summary>
internal sealed record Term(string System, string Code, string Text)
{
    public static Term Snomed(string code, string text) => new(CodeSystems.Snomed, code, text);

    public static Term Loinc(string code, string text) => new(CodeSystems.Loinc, code, text);
}
