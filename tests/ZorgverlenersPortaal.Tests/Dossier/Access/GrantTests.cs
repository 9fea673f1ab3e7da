using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>R1: what a grant does not name is never asked.</summary>
public sealed class GrantTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R1_PatientGrant_AllowsOnlyItsPatient()
    {
        var grant = await _dossier.GrantAsync();

        await AllowedAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient", "p2")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient", "p1,p2")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient", "p1"), ("patient", "p2")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient", "p1"), ("subject", "Patient/p2")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient:missing", "true"), ("patient", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("subject", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("Condition"));
        await StoppedAsync(grant, EpdQuery.Search("Immunization", ("patient", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("Patient", ("identifier", "x")));
        await StoppedAsync(grant, EpdQuery.Search("Location", ("name", "IC")));
        await StoppedAsync(grant, EpdQuery.Search("Medication", ("code", "x")));
        await StoppedAsync(grant, EpdQuery.Search("Location", ("_id", "l1"), ("_revinclude", "Encounter:location")));
        Assert.Throws<InvalidOperationException>(() => Read(grant, "Condition", "d1"));
        await StoppedAsync(grant, EpdQuery.Search("Patient", ("_id", "p2")));
        foreach (var type in new[] { "Practitioner", "PractitionerRole", "Organization" })
        {
            await AllowedAsync(grant, EpdQuery.Search(type, ("_id", "a,b")));
            await StoppedAsync(grant, EpdQuery.Search(type, ("identifier", "x")));
            await StoppedAsync(grant, EpdQuery.Search(type));
            await StoppedAsync(grant, EpdQuery.Search(type, ("_id", "a"), ("_revinclude", "Patient:general-practitioner")));
        }
        Assert.Throws<InvalidOperationException>(() => Read(grant, "Patient", "p2"));
        Assert.Throws<InvalidOperationException>(() => Read(grant, "Binary", "b1"));
    }

    [Fact]
    public async Task R1_ListGrant_AllowsOnlyProvenPatients()
    {
        _dossier.Epd.Has(Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")), Some.Practitioner("gp2", "07654321"));
        var grant = await _dossier.ListGrantAsync(TestDossier.Visit());
        await StoppedAsync(grant, EpdQuery.Search("Encounter", ("patient", "p1")));

        await AllowedAsync(grant, EpdQuery.Search("Practitioner", ("identifier", NamingSystems.AgbToken(grant.Agb))));
        await AllowedAsync(grant, EpdQuery.Search("Patient", ("general-practitioner", "Practitioner/gp1")));

        await AllowedAsync(grant, EpdQuery.Search("Encounter", ("patient", "p1")));
        await AllowedAsync(grant, EpdQuery.Search("Consent", ("patient", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("Encounter", ("patient", "p1,p2")));
        await StoppedAsync(grant, EpdQuery.Search("Encounter", ("patient", "")));
        await StoppedAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")));
        await AllowedAsync(grant, EpdQuery.Search("DocumentReference", ("patient", "p1"), ("date", "ge2026-03-01")));
        await StoppedAsync(grant, EpdQuery.Search("DocumentReference", ("patient", "p1")));
        await StoppedAsync(grant, EpdQuery.Search("DocumentReference", ("patient", "p1,p2"), ("date", "ge2026-03-01")));
        await StoppedAsync(grant, EpdQuery.Search("Practitioner", ("identifier", NamingSystems.AgbToken(AgbCode.TryRead("07654321")!))));
        await StoppedAsync(grant, EpdQuery.Search("Patient", ("identifier", "x")));
        Assert.Throws<InvalidOperationException>(() => Read(grant, "Patient", "p1"));
    }

    [Fact]
    public async Task R1_ListGrant_ProvesNobodyWhoseGeneralPractitionerIsAnother()
    {
        var grant = await _dossier.ListGrantAsync(TestDossier.Visit());
        _dossier.Epd.On("Practitioner", ScriptedAnswer.Bundle(Some.Practitioner(), Some.Practitioner("gp2", "07654321")));
        _dossier.Epd.On("Patient", ScriptedAnswer.Bundle(Some.Patient(), Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")), Some.Patient("p3", gp: Some.Known("00000000"))));
        await AllowedAsync(grant, EpdQuery.Search("Practitioner", ("identifier", NamingSystems.AgbToken(grant.Agb))));

        var answer = await _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Patient", ("general-practitioner", "Practitioner/gp1")), default);

        Assert.Equal(["Practitioner/gp1"], grant.Practitioners);
        Assert.Equal(["Patient/p2", "Patient/p3"], answer.Strangers);
        Assert.Equal(["Patient/p1"], answer.Resources.Select(r => r.Reference));
    }

    [Fact]
    public void R1_RelationProbe_AllowsOnlyWhatProvesARelation()
    {
        var probe = (RelationProbe)typeof(RelationProbe).GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance).Single().Invoke(["p1", new Uri("http://epd/fhir"), "session-1", "request-1"]);

        Assert.True(probe.Allows(EpdQuery.Read("Patient", "p1")));
        Assert.True(probe.Allows(EpdQuery.Read("PractitionerRole", "r1")));
        Assert.False(probe.Allows(EpdQuery.Read("Patient", "p2")));
        Assert.True(probe.Allows(EpdQuery.Search("CareTeam", ("patient", "p1"), ("status", "active"))));
        Assert.False(probe.Allows(EpdQuery.Search("CareTeam", ("patient", "p2"), ("status", "active"))));
        Assert.False(probe.Allows(EpdQuery.Read("Condition", "d1")));
        Assert.False(probe.Allows(EpdQuery.Search("Condition", ("patient", "p1"))));
        Assert.False(probe.Allows(EpdQuery.Search("Patient", ("identifier", NamingSystems.BsnToken(Bsn.TryRead("999900018")!)))));
        Assert.False(probe.Allows(EpdQuery.Search("PractitionerRole", ("practitioner", "gp1"))));
    }

    /// <summary>In C# a private constructor is the wall: only the class nested in it reaches it.</summary>
    [Theory]
    [InlineData(typeof(PatientGrant))]
    [InlineData(typeof(ListGrant))]
    [InlineData(typeof(RelationProbe))]
    public void R1_Grant_HasOnlyAPrivateConstructorAndNoSubclass(Type grant)
    {
        Assert.True(grant.IsSealed);
        Assert.All(grant.GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance), c => Assert.True(c.IsPrivate));
    }

    private Task<EpdAnswer> AllowedAsync(EpdGrant grant, EpdQuery query) => _dossier.Get<IEpd>().SearchAsync(grant, query, default);

    private async Task StoppedAsync(EpdGrant grant, EpdQuery query)
    {
        var before = _dossier.Epd.Asked.Count;
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => AllowedAsync(grant, query));
        Assert.StartsWith("R1", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(before, _dossier.Epd.Asked.Count);
    }

    private void Read(EpdGrant grant, string type, string id) =>
        _dossier.Get<IEpd>().ReadAsync<Resource>(grant, EpdQuery.Read(type, id), default).GetAwaiter().GetResult();
}
