namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary><see cref="OpenSslFactAttribute"/> with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute() => Skip = OpenSslFactAttribute.Missing;
}
