using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class ReferenceResolverTests
{
    private static readonly Uri _base = new("https://epd.example/fhir/R4");

    [Theory]
    [InlineData("Patient/1", "Patient", "1", null)]
    [InlineData("Patient/a-B.9", "Patient", "a-B.9", null)]
    [InlineData("Patient/1/_history/2", "Patient", "1", "2")]
    [InlineData("https://epd.example/fhir/R4/Binary/abc", "Binary", "abc", null)]
    [InlineData("https://epd.example:443/fhir/R4/Binary/abc", "Binary", "abc", null)]
    [InlineData("https://EPD.example/fhir/R4/Binary/abc/_history/7", "Binary", "abc", "7")]
    public void Resolve_UnderTheBase_IsAResource(string reference, string type, string id, string? version)
    {
        var resolved = ReferenceResolver.Resolve(reference, _base);

        Assert.Equal(new ResolvedReference(ReferenceKind.Resource, type, id, version), resolved);
        Assert.Equal($"{type}/{id}", resolved.Reference);
        Assert.Equal(resolved, ReferenceResolver.Resolve(reference, new Uri(_base + "/")));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://epd.example/fhir/R4/Binary/1")]
    [InlineData("https://epd.example:8443/fhir/R4/Binary/1")]
    [InlineData("https://evil.example/fhir/R4/Binary/1")]
    [InlineData("https://epd.example.evil.example/fhir/R4/Binary/1")]
    [InlineData("https://user@epd.example/fhir/R4/Binary/1")]
    [InlineData("https://epd.example@evil.example/fhir/R4/Binary/1")]
    [InlineData("https://epd.example/other/Binary/1")]
    [InlineData("https://epd.example/fhir/R4b/Binary/1")]
    [InlineData("https://epd.example/FHIR/R4/Binary/1")]
    [InlineData("https://epd.example")]
    [InlineData("https://epd.example\uFFFD/fhir/R4/Binary/1")]
    [InlineData("https://\u0435pd.example/fhir/R4/Binary/1")]
    [InlineData("//evil/Binary/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://epd.example/fhir/R4/Binary/1")]
    [InlineData("mailto:a@b.example")]
    public void H094_OutsideTheBase_IsForeign(string reference) =>
        Assert.Equal(new ResolvedReference(ReferenceKind.ForeignHost), ReferenceResolver.Resolve(reference, _base));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Patient")]
    [InlineData("Patient/")]
    [InlineData("/Patient/1")]
    [InlineData("Patient/1/")]
    [InlineData("patient/1")]
    [InlineData("P/1")]
    [InlineData("Pa7ient/1")]
    [InlineData("Patient/1?x=y")]
    [InlineData("Patient/1#x")]
    [InlineData("Patient?identifier=1")]
    [InlineData("Patient/.")]
    [InlineData("Patient/..")]
    [InlineData("Patient/../Admin")]
    [InlineData("../Patient/1")]
    [InlineData("Binary/../Patient/1")]
    [InlineData("Patient/%2e%2e")]
    [InlineData("Patient/1%2f..")]
    [InlineData("Patient\\1")]
    [InlineData("Patient/1\\..\\x")]
    [InlineData("Patient/1\r\nHost: x")]
    [InlineData("Patient/1\0")]
    [InlineData("Patient/é")]
    [InlineData("Patient/1/_history")]
    [InlineData("Patient/1/_history/")]
    [InlineData("Patient/1/_history/..")]
    [InlineData("Patient/1/_history/2/3")]
    [InlineData("Patient/1/Observation/2")]
    [InlineData("https://epd.example/fhir/R4/")]
    [InlineData("https://epd.example/fhir/R4/Binary/1?_format=json")]
    [InlineData("https://epd.example/fhir/R4/Binary/1#x")]
    [InlineData("https://epd.example/fhir/R4/../Binary/1")]
    [InlineData("https://epd.example/fhir/R4/%2e%2e/Binary/1")]
    [InlineData("https://epd.example/fhir/R4//Binary/1")]
    [InlineData("#")]
    [InlineData("#a b")]
    [InlineData("#..")]
    [InlineData("urn:uuid:a b")]
    public void H095_NotOfTheGrammar_IsMalformed(string reference) =>
        Assert.Equal(new ResolvedReference(ReferenceKind.Malformed), ReferenceResolver.Resolve(reference, _base));

    [Fact]
    public void Resolve_LongId_IsMalformedFrom65()
    {
        Assert.Equal(ReferenceKind.Resource, ReferenceResolver.Resolve("Patient/" + new string('a', 64), _base).Kind);
        Assert.Equal(ReferenceKind.Malformed, ReferenceResolver.Resolve("Patient/" + new string('a', 65), _base).Kind);
    }

    [Fact]
    public void Resolve_OtherKinds_AreToldApart()
    {
        var agb = new Identifier("http://fhir.nl/fhir/NamingSystem/agb-z", "01001234", Use: null);

        Assert.Equal(new ResolvedReference(ReferenceKind.Contained, Id: "gp"), Resolve("#gp"));
        Assert.Equal(new ResolvedReference(ReferenceKind.Urn, Id: "urn:uuid:1-2"), Resolve("urn:uuid:1-2"));
        Assert.Equal(new ResolvedReference(ReferenceKind.IdentifierOnly, "Practitioner"), Resolve(null, "Practitioner", agb, "Huisarts"));
        Assert.Equal(new ResolvedReference(ReferenceKind.IdentifierOnly), Resolve(null, "../x", agb));
        Assert.Equal(ReferenceKind.DisplayOnly, Resolve(null, display: "Huisarts").Kind);
        Assert.Equal(ReferenceKind.Malformed, Resolve(null).Kind);
        Assert.Equal(ReferenceKind.Malformed, Resolve(null, identifier: new Identifier("s", Value: null, Use: null)).Kind);
    }

    [Theory]
    [InlineData("Patient", ReferenceKind.Resource)]
    [InlineData("Practitioner", ReferenceKind.Malformed)]
    [InlineData("http://example.org/logical", ReferenceKind.Resource)]
    public void Resolve_TypeBesideTheAddress_MustAgree(string type, ReferenceKind kind) => Assert.Equal(kind, Resolve("Patient/1", type).Kind);

    private static ResolvedReference Resolve(string? reference, string? type = null, Identifier? identifier = null, string? display = null) =>
        ReferenceResolver.Resolve(new FhirReference(reference, type, identifier, display), _base);
}
