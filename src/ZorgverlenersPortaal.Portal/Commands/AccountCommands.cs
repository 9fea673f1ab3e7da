using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Changing one account from the command line; recorded before it takes effect.</summary>
internal static class AccountCommands
{
    public static async Task<int> AddAsync(CommandInput input)
    {
        var account = ReadAccount(input);
        return await ChangeAsync(input, account.UziNumber, async at => await at.Get<AccountOffice>().AddAsync(account, at.By), account.Function.IsStaff()
            ? $"Added {account.UziNumber} ({account.Name}, {account.Function})."
            : $"Added {account.UziNumber} ({account.Name}, {account.Role}, AGB {account.Agb}).");
    }

    public static async Task<int> SetAsync(CommandInput input)
    {
        var uzi = Uzi(input.Required("uzi")[0]);
        var name = input.Optional("name");
        var agb = input.Optional("agb") is { } code ? Agb("agb", code) : null;
        var role = input.Optional("role") is { } text ? Role(text) : (CareRole?)null;
        var practice = input.Optional("practice");
        var practiceAgb = input.Optional("practice-agb") is { } practiceCode ? Agb("practice-agb", practiceCode) : null;
        input.Done();
        return await ChangeAsync(input, uzi, async at =>
        {
            if (await at.Get<AccountRegister>().FindAsync(uzi, CancellationToken.None) is not { } account)
            {
                return AccountOutcome.NotThere;
            }
            var edit = AccountEdit.Of(account);
            return await at.Get<AccountOffice>().ChangeAsync(uzi, edit with
            {
                Name = name ?? edit.Name,
                Agb = agb ?? edit.Agb,
                Role = role ?? edit.Role,
                Practice = practice ?? edit.Practice,
                PracticeAgb = practiceAgb ?? edit.PracticeAgb,
            }, at.By);
        }, $"Changed {uzi}.");
    }

    public static async Task<int> BlockAsync(CommandInput input, bool block)
    {
        var uzi = Uzi(input.Required("uzi")[0]);
        var reason = input.Optional("reason") ?? "by a command";
        input.Done();
        return await ChangeAsync(
            input,
            uzi,
            async at => block ? await at.Get<AccountOffice>().BlockAsync(uzi, reason, at.By) : await at.Get<AccountOffice>().UnblockAsync(uzi, reason, at.By),
            $"{(block ? "Blocked" : "Unblocked")} {uzi}.");
    }

    public static async Task<int> ConfirmAsync(CommandInput input)
    {
        var uzi = Uzi(input.Required("uzi")[0]);
        input.Done();
        return await ChangeAsync(input, uzi, async at => await at.Get<AccountOffice>().ConfirmAsync(uzi, at.By), $"Confirmed {uzi}.");
    }

    private static Account ReadAccount(CommandInput input)
    {
        var function = input.Optional("function") is { } text
            ? AccountFunctions.Parse(text) ?? throw new CommandException($"--function '{text}' is none of zorgverlener, functionaris and beheerder.")
            : AccountFunction.CareProvider;
        if (function.IsStaff())
        {
            var staff = input.Required("uzi", "name");
            input.Done();
            return new() { UziNumber = Uzi(staff[0]), Name = staff[1], Function = function };
        }
        var values = input.Required("uzi", "agb", "name", "role");
        var practice = input.Optional("practice");
        input.Done();
        return new()
        {
            UziNumber = Uzi(values[0]),
            Agb = Agb("agb", values[1]),
            Name = values[2],
            Role = Role(values[3]),
            IsConfirmedPhysician = input.Has("confirmed"),
            Practice = practice,
        };
    }

    private static AgbCode Agb(string option, string text) => AgbCode.TryRead(text) ?? throw new CommandException(option == "agb"
        ? $"--agb '{text}' is no AGB code: 8 digits, the doctor's own, not the practice's."
        : $"--{option} '{text}' is no AGB code: 8 digits.");

    private static CareRole Role(string text) => CareRoles.Parse(text)
        ?? throw new CommandException($"--role '{text}' is not admitted: huisarts, so or avg (or 01.015, 01.004, 01.047, 01.056).");

    private static string Uzi(string text) => AccountRequestCheck.UziFault(text.All(char.IsAsciiDigit) ? text : null) switch
    {
        null => text,
        RequestFault.UziNumberIsCardNumber =>
            throw new CommandException($"--uzi '{text}' has 8 digits: that is the number printed on the card. The UZI number has 9 digits."),
        _ => throw new CommandException($"--uzi '{text}' is no UZI number: 9 digits."),
    };

    private static async Task<int> ChangeAsync(CommandInput input, string uzi, Func<AccountsAtHand, Task<AccountOutcome>> change, string done)
    {
        await using var at = new AccountsAtHand(input);
        Console.WriteLine(await change(at) switch
        {
            AccountOutcome.Done => done,
            AccountOutcome.AlreadyThere => throw new CommandException($"There is an account for UZI number {uzi} already; nothing was changed."),
            AccountOutcome.NotThere => throw new CommandException($"There is no account for UZI number {uzi}."),
            AccountOutcome.AgbInUse => throw new CommandException("Another account has this AGB code, or has it as its practice's; nothing was changed. 'accounts list --search CODE' shows which."),
            AccountOutcome.WrongState => throw new CommandException($"Account {uzi} is in that state already; nothing was changed."),
            AccountOutcome.ReasonMissing => throw new CommandException("--reason must have 1 to 500 characters."),
            AccountOutcome.FunctionConflict => throw new CommandException("A doctor needs a role; staff has neither role nor AGB code. Nothing was changed."),
            var other => throw new CommandException($"Not possible by a command: {other}."),
        });
        return 0;
    }
}
