using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>A test of <see cref="IndependentPki"/>; says that it was not run where the maker or OpenSSL 3 is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IndependentPkiFactAttribute : FactAttribute
{
    public IndependentPkiFactAttribute() => Skip =
        SharedData.Root is null || !File.Exists(Path.Combine(SharedData.Root, "pki", "make-uzi-test-pki.sh"))
            ? "Not run: ../shared/pki is not beside the project."
            : new OpenSslFactAttribute().Skip;
}
