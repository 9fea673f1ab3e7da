using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>Identical questions of one session are asked once while they are under way, and never shared beyond what a grant allows.</summary>
public sealed class SharedQuestionsTests : IAsyncLifetime
{
    private readonly Dictionary<string, TaskCompletionSource> _held = new(StringComparer.Ordinal);
    private TestDossier _dossier = null!;

    private IEpd Epd => _dossier.Get<IEpd>();

    private static EpdQuery Conditions => EpdQuery.Search("Condition", ("patient", "p1"));

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Condition());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Search_TwiceAtOnceInOneSession_IsAskedOnce()
    {
        var (one, other) = (await GrantAsync("s1", "r1"), await GrantAsync("s1", "r2"));
        var held = Hold("Condition");
        var (first, second) = (Epd.SearchAsync(one, Conditions, default), Epd.SearchAsync(other, Conditions, default));
        await _dossier.Epd.UntilAskedAsync("Condition");
        held.SetResult();
        Assert.Equal(["Condition/d1"], (await first).Resources.Select(r => r.Reference));
        Assert.Equal(["Condition/d1"], (await second).Resources.Select(r => r.Reference));
        Assert.Equal(1, Count("Condition"));
    }

    [Fact]
    public async Task R5_Search_AfterItsAnswer_IsAskedAnew()
    {
        var grant = await GrantAsync("s1", "r1");
        await Epd.SearchAsync(grant, Conditions, default);
        _dossier.Epd.Forget("Condition/d1");
        Assert.Empty((await Epd.SearchAsync(grant, Conditions, default)).Resources);
        Assert.Equal(2, Count("Condition"));
    }

    [Fact]
    public async Task R1_Search_OfTwoSessions_IsNeverShared()
    {
        var (one, other) = (await GrantAsync("s1", "r1"), await GrantAsync("s2", "r2"));
        var held = Hold("Condition");
        var both = Task.WhenAll(Epd.SearchAsync(one, Conditions, default), Epd.SearchAsync(other, Conditions, default));
        await UntilCountAsync("Condition", 2);
        held.SetResult();
        await both;
        Assert.Equal(["r1", "r2"], _dossier.Epd.Asked.Where(a => a.Type == "Condition").Select(a => a.Headers["X-Request-Id"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R1_Search_OfGrantsThatAllowSomethingElse_IsNotShared()
    {
        // The same directory question, under a patient's grant and while a relation is asked for.
        var grant = await GrantAsync("s1", "r1");
        var held = Hold("Practitioner/gp1");
        var read = Epd.ReadAsync<ZorgverlenersPortaal.Fhir.Practitioner>(grant, EpdQuery.Read("Practitioner", "gp1"), default);
        var probing = _dossier.Access.OpenAsync(Visit("s1", "r2"), "p1", default);
        await UntilCountAsync("Practitioner", 3);
        held.SetResult();
        Assert.Equal(("gp1", AccessVerdict.Granted), ((await read).Id, (await probing).Decision.Verdict));
    }

    [Fact]
    public async Task R1_Search_ThatTheJoinerMayNotAsk_IsRefusedThoughItIsUnderWay()
    {
        var own = await _dossier.ListGrantAsync(Visit("s1", "r1"));
        await _dossier.List.ReadAsync(own, default);
        var query = EpdQuery.Search("Encounter", ("patient", "p1"));
        var held = Hold("Encounter");
        var first = Epd.SearchAsync(own, query, default);
        // A list of the same doctor that has proven nobody yet.
        var fresh = await _dossier.ListGrantAsync(Visit("s1", "r2"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Epd.SearchAsync(fresh, query, default));
        held.SetResult();
        await first;
    }

    [Fact]
    public async Task List_ReadTwiceAtOnceInOneSession_IsWholeForBothAndAskedOnce()
    {
        _dossier.Epd.Has(Some.Encounter());
        var alone = _dossier.Epd.Asked.Count;
        await _dossier.List.ReadAsync(await _dossier.ListGrantAsync(Visit("s1", "r0")), default);
        alone = _dossier.Epd.Asked.Count - alone;
        var held = Hold("Practitioner");
        var two = Task.WhenAll(
            _dossier.List.ReadAsync(await _dossier.ListGrantAsync(Visit("s1", "r1")), default),
            _dossier.List.ReadAsync(await _dossier.ListGrantAsync(Visit("s1", "r2")), default));
        await UntilCountAsync("Practitioner", 2);
        held.SetResult();
        Assert.All(await two, list => Assert.Equal("p1", Assert.Single(list.Admitted).PatientId));
        // Each step that both reach while the other waits is one question; none is asked more than twice.
        Assert.InRange(_dossier.Epd.Asked.Count, alone * 2, (alone * 3) - 1);
    }

    [Fact]
    public async Task Search_CallerThatLeaves_DoesNotCancelTheOther()
    {
        var grant = await GrantAsync("s1", "r1");
        using var leaves = new CancellationTokenSource();
        var held = Hold("Condition");
        var (leaver, stays) = (Epd.SearchAsync(grant, Conditions, leaves.Token), Epd.SearchAsync(grant, Conditions, default));
        await _dossier.Epd.UntilAskedAsync("Condition");
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        held.SetResult();
        Assert.Single((await stays).Resources);
    }

    [Fact]
    public async Task Search_EveryoneLeft_IsGivenUpAtTheEpdAndAskedAnew()
    {
        var grant = await GrantAsync("s1", "r1");
        using var leaves = new CancellationTokenSource();
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _dossier.Epd.Once("Condition", ScriptedAnswer.Custom(async (_, context) =>
        {
            await using var left = context.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }));
        var both = new[] { Epd.SearchAsync(grant, Conditions, leaves.Token), Epd.SearchAsync(grant, Conditions, leaves.Token) };
        await _dossier.Epd.UntilAskedAsync("Condition");
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(both));
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Single((await Epd.SearchAsync(grant, Conditions, default)).Resources);
    }

    [Fact]
    public async Task Search_Failure_IsSharedAndNotKept()
    {
        var grant = await GrantAsync("s1", "r1");
        var held = new TaskCompletionSource();
        _dossier.Epd.Once("Condition", ScriptedAnswer.Custom(async (_, context) =>
        {
            await held.Task;
            context.Response.StatusCode = 500;
        }));
        var both = new[] { Epd.SearchAsync(grant, Conditions, default), Epd.SearchAsync(grant, Conditions, default) };
        await _dossier.Epd.UntilAskedAsync("Condition");
        held.SetResult();
        Assert.Equal(EpdFailure.Failing, (await Assert.ThrowsAsync<EpdException>(() => both[0])).Failure);
        Assert.Equal(EpdFailure.Failing, (await Assert.ThrowsAsync<EpdException>(() => both[1])).Failure);
        Assert.Single((await Epd.SearchAsync(grant, Conditions, default)).Resources);
        Assert.Equal(2, Count("Condition"));
    }

    private static Visit Visit(string session, string request) => TestDossier.Visit(request: request) with { SessionReference = session };

    private async Task<PatientGrant> GrantAsync(string session, string request) =>
        (await _dossier.Access.OpenAsync(Visit(session, request), "p1", default)).Grant!;

    private int Count(string type) => _dossier.Epd.Asked.Count(a => a.Type == type);

    /// <summary>Answers of this type or read wait until the source is set, then are as always.</summary>
    private TaskCompletionSource Hold(string what)
    {
        var held = _held[what] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _dossier.Epd.Hold(what, held.Task);
        return held;
    }

    private Task UntilCountAsync(string type, int count) => _dossier.Epd.UntilAskedAsync(type, count);
}
