namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>One line of an import as an account, with every fault of the line by itself.</summary>
internal static class ImportRow
{
    /// <summary>The account, or null with the faults.</summary>
    public static (Account? Account, IReadOnlyList<(ImportRefusal Refusal, string Value)> Faults) Read(IReadOnlyDictionary<string, string> fields)
    {
        List<(ImportRefusal, string)> faults = [];
        var uzi = AccountRequestCheck.Digits(Of("uzi"));
        Check(AccountRequestCheck.UziFault(uzi) is null, "uzi", uzi?.Length == 8 ? ImportRefusal.UziNumberIsCardNumber : ImportRefusal.UziNumber);
        var name = AccountRequestCheck.Text(Of("name"));
        Check(name is not null, "name", ImportRefusal.Name);
        var function = Of("function").Length == 0 ? AccountFunction.CareProvider : AccountFunctions.Parse(Of("function"));
        Check(function is not null, "function", ImportRefusal.Function);
        var isStaff = function?.IsStaff() == true;
        var role = CareRoles.Parse(Of("role"));
        Check(isStaff ? Of("role").Length == 0 : role is not null, "role", isStaff ? ImportRefusal.Function : ImportRefusal.Role);
        var agb = AgbCode.TryRead(AccountRequestCheck.Digits(Of("agb")));
        Check(
            isStaff ? Of("agb").Length == 0 : AccountRequestCheck.AgbFault(agb) is null, "agb", isStaff ? ImportRefusal.Function : ImportRefusal.Agb);
        var practiceAgb = AgbCode.TryRead(AccountRequestCheck.Digits(Of("practice_agb")));
        Check(Of("practice_agb").Length == 0 || practiceAgb is not null && practiceAgb != agb && !isStaff, "practice_agb", ImportRefusal.PracticeAgb);
        var big = AccountRequestCheck.Digits(Of("big"));
        Check(Of("big").Length == 0 || big?.Length == 11, "big", ImportRefusal.BigNumber);
        var practice = Optional("practice", AccountRequestCheck.Text);
        var email = Optional("email", AccountRequestCheck.Email);
        var phone = Optional("phone", AccountRequestCheck.Phone);
        var isConfirmed = Flag("confirmed");
        Check(Flag("in_training") == false, "in_training", ImportRefusal.InTraining);
        if (faults.Count > 0)
        {
            return (null, faults);
        }
        return (new()
        {
            UziNumber = uzi!,
            Name = name!,
            Function = function!.Value,
            Role = role,
            IsConfirmedPhysician = isConfirmed && !isStaff,
            Agb = agb,
            PracticeAgb = practiceAgb,
            BigNumber = big,
            Practice = practice,
            Email = email,
            Phone = phone,
        }, []);

        string Of(string column) => fields.GetValueOrDefault(column, "").Trim();

        void Check(bool isRight, string column, ImportRefusal refusal) => faults.AddRange(isRight ? [] : [(refusal, Of(column))]);

        string? Optional(string column, Func<string?, string?> read)
        {
            var value = Of(column).Length == 0 ? null : read(Of(column));
            Check(Of(column).Length == 0 || value is not null, column, ImportRefusal.Contact);
            return value;
        }

        bool Flag(string column)
        {
            var text = Of(column).ToLowerInvariant();
            Check(text is "" or "ja" or "nee" or "yes" or "no", column, ImportRefusal.Flag);
            return text is "ja" or "yes";
        }
    }
}
