namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>
/// What every source of objections must do, also one that a hospital adds (Mitz): the same tests for each. The doctor who asks has
/// the AGB code 01234567, the patient is Patient/p1.
/// </summary>
public abstract class ConsentSourceContract
{
    protected const string Own = "01234567";
    protected const string Another = "07654321";

    [Fact]
    public async Task Ask_NobodyObjected_IsNoObjection() => Assert.Equal("NoObjection", await AskAsync());

    [Fact]
    public async Task Ask_ObjectionToEveryone_IsAnObjection()
    {
        await ObjectAsync(against: null);
        Assert.Equal("Objection", await AskAsync());
    }

    [Fact]
    public async Task Ask_ObjectionToThisDoctor_IsAnObjection()
    {
        await ObjectAsync(Own);
        Assert.Equal("Objection", await AskAsync());
    }

    [Fact]
    public async Task Ask_ObjectionToAnother_IsNoObjection()
    {
        await ObjectAsync(Another);
        Assert.Equal("NoObjection", await AskAsync());
    }

    [Fact]
    public async Task R8_Ask_AfterItWasWithdrawn_IsNoObjectionAtOnce()
    {
        await ObjectAsync(against: null);
        Assert.Equal("Objection", await AskAsync());
        await WithdrawAsync();
        Assert.Equal("NoObjection", await AskAsync());
    }

    [Fact]
    public async Task R10_Ask_Unreachable_IsUnknownAndNeverThrows()
    {
        await ObjectAsync(against: null);
        await BreakAsync();
        Assert.Equal("Unknown", await AskAsync());
    }

    [Fact]
    public async Task Ask_WhoAsksLeaves_IsTold()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(gone.Token));
    }

    /// <summary>The standing that the source answers.</summary>
    protected abstract Task<string> AskAsync(CancellationToken cancellation = default);

    /// <summary>The patient objects to everyone (null) or to one doctor.</summary>
    protected abstract Task ObjectAsync(string? against);

    /// <summary>The patient takes it back.</summary>
    protected abstract Task WithdrawAsync();

    /// <summary>From now on the source cannot be reached.</summary>
    protected abstract Task BreakAsync();
}
