//! Scalar functions.

use crate::ir::{Fun, Ty};

use super::{Run, Value, bug, panics};

/// A function of scalars; `ty` is the type of its result.
pub(super) fn apply(fun: &Fun, args: &[Value], ty: &Ty) -> Run<Value> {
    match (fun, args) {
        (Fun::Neg, [Value::Float(x)]) => Ok(Value::Float(-x)),
        (Fun::Neg, [Value::Int(x)]) => ranged(-x, ty),
        (Fun::Not, [Value::Bool(x)]) => Ok(Value::Bool(!x)),
        (Fun::Binary(symbol), [Value::Float(a), Value::Float(b)]) => floats(symbol, *a, *b),
        (Fun::Binary(symbol), [Value::Int(a), Value::Int(b)]) => ints(symbol, *a, *b, ty),
        (Fun::Binary(symbol), [Value::Bool(a), Value::Bool(b)]) => bools(symbol, *a, *b),
        (Fun::Times, [Value::Float(a), Value::Float(b)]) => {
            Ok(Value::Float(if *a == 0.0 { 0.0 } else { a * b }))
        }
        (Fun::Product, [Value::Float(a), Value::Float(b)]) => {
            let zero = *a == 0.0 || *b == 0.0;
            Ok(Value::Float(if zero { 0.0 } else { a * b }))
        }
        (Fun::Tangent, [Value::Unit, _]) => Ok(Value::Float(0.0)),
        (Fun::Tangent, [tangent, _]) => Ok(tangent.clone()),
        (Fun::Behind, [Value::Float(a), Value::Float(b)]) => {
            Ok(Value::Bool(a.total_cmp(b).is_gt()))
        }
        (Fun::Convert(_), [value]) => cast(value, "f64", ty),
        (Fun::Cast(to), [value]) => cast(value, &to.to_string(), ty),
        (Fun::Constant, [value]) | (Fun::Same, [value, ..]) => Ok(value.clone()),
        (Fun::Path(_, name), [value]) if name == "Some" => {
            Ok(Value::Maybe(Some(Box::new(value.clone()))))
        }
        (Fun::Path(_, name), [value]) if name == "from" => cast(value, "_", ty),
        (Fun::Method(name) | Fun::Path(_, name), args) => named(&name.to_string(), args, ty),
        _ => bug(format!("{fun:?} of {args:?}")),
    }
}

fn floats(symbol: &str, a: f64, b: f64) -> Run<Value> {
    Ok(match symbol {
        "+" => Value::Float(a + b),
        "-" => Value::Float(a - b),
        "*" => Value::Float(a * b),
        "/" => Value::Float(a / b),
        "%" => Value::Float(a % b),
        "==" => Value::Bool(a == b),
        "!=" => Value::Bool(a != b),
        "<" => Value::Bool(a < b),
        "<=" => Value::Bool(a <= b),
        ">" => Value::Bool(a > b),
        ">=" => Value::Bool(a >= b),
        _ => return bug(format!("floats {symbol}")),
    })
}

fn ints(symbol: &str, a: i128, b: i128, ty: &Ty) -> Run<Value> {
    let number = match symbol {
        "==" => return Ok(Value::Bool(a == b)),
        "!=" => return Ok(Value::Bool(a != b)),
        "<" => return Ok(Value::Bool(a < b)),
        "<=" => return Ok(Value::Bool(a <= b)),
        ">" => return Ok(Value::Bool(a > b)),
        ">=" => return Ok(Value::Bool(a >= b)),
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" | "%" if b == 0 => return panics("division by zero"),
        "/" => a / b,
        "%" => a % b,
        "&" => a & b,
        "|" => a | b,
        "^" => a ^ b,
        "<<" => a << b,
        ">>" => a >> b,
        _ => return bug(format!("integers {symbol}")),
    };
    ranged(number, ty)
}

fn bools(symbol: &str, a: bool, b: bool) -> Run<Value> {
    Ok(Value::Bool(match symbol {
        "&" | "&&" => a & b,
        "|" | "||" => a | b,
        "^" | "!=" => a ^ b,
        "==" => a == b,
        _ => return bug(format!("bools {symbol}")),
    }))
}

/// The smallest and the largest number of an integer type.
fn range(name: &str) -> (i128, i128) {
    let bits: u32 = match name.trim_start_matches(['u', 'i']) {
        "size" => 64,
        bits => bits.parse().unwrap_or(32).min(100),
    };
    match name.starts_with('u') {
        true => (0, (1 << bits) - 1),
        false => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
    }
}

fn limits(ty: &Ty) -> (i128, i128) {
    match ty {
        Ty::Int(Some(name)) => range(name),
        _ => range("i32"),
    }
}

fn ranged(number: i128, ty: &Ty) -> Run<Value> {
    let (lo, hi) = limits(ty);
    match lo <= number && number <= hi {
        true => Ok(Value::Int(number)),
        false => panics(format!("{number} overflows {ty:?}")),
    }
}

fn wrapped(number: i128, ty: &Ty) -> Value {
    let (lo, hi) = limits(ty);
    Value::Int((number - lo).rem_euclid(hi - lo + 1) + lo)
}

fn cast(value: &Value, to: &str, ty: &Ty) -> Run<Value> {
    let name = to.rsplit("::").next().unwrap_or_default().trim();
    let float = matches!(name, "f32" | "f64") || (name == "_" && ty.is_float());
    Ok(match value {
        Value::Float(x) if name == "f32" => Value::Float(f64::from(*x as f32)),
        Value::Float(_) if float => value.clone(),
        Value::Float(x) => {
            let (lo, hi) = range(name);
            Value::Int((*x as i128).clamp(lo, hi))
        }
        Value::Int(n) if float => Value::Float(*n as f64),
        Value::Int(n) if name == "_" => Value::Int(*n),
        Value::Int(n) => wrapped(*n, &Ty::Int(Some(name.to_owned()))),
        Value::Bool(b) => Value::Int(i128::from(*b)),
        other => return bug(format!("{other:?} as {to}")),
    })
}

fn named(name: &str, args: &[Value], ty: &Ty) -> Run<Value> {
    match args {
        [Value::Float(x)] => unary(name, *x),
        [Value::Float(x), Value::Int(n)] if name == "powi" => match i32::try_from(*n) {
            Ok(n) => Ok(Value::Float(x.powi(n))),
            Err(_) => bug("an exponent"),
        },
        [Value::Float(a), Value::Float(b)] => binary(name, *a, *b),
        [Value::Float(x), Value::Float(a), Value::Float(b)] => Ok(Value::Float(match name {
            "mul_add" => x.mul_add(*a, *b),
            "clamp" if a <= b => x.clamp(*a, *b),
            _ => return bug(format!("floats.{name}")),
        })),
        [Value::Int(a), Value::Int(b)] => match name {
            "max" => Ok(Value::Int(*a.max(b))),
            "min" => Ok(Value::Int(*a.min(b))),
            "abs_diff" => Ok(Value::Int((a - b).abs())),
            "saturating_sub" => Ok(Value::Int((a - b).max(limits(ty).0))),
            "saturating_add" => Ok(Value::Int((a + b).min(limits(ty).1))),
            "saturating_mul" => Ok(Value::Int((a * b).min(limits(ty).1))),
            "wrapping_add" => Ok(wrapped(a + b, ty)),
            "wrapping_sub" => Ok(wrapped(a - b, ty)),
            "wrapping_mul" => Ok(wrapped(a * b, ty)),
            "pow" => ranged(a.pow(u32::try_from(*b).unwrap_or(0)), ty),
            "div_ceil" if *b > 0 => Ok(Value::Int((a + b - 1) / b)),
            "rem_euclid" if *b != 0 => Ok(Value::Int(a.rem_euclid(*b))),
            _ => bug(format!("integers.{name}")),
        },
        [Value::Int(a)] if name == "abs" => Ok(Value::Int(a.abs())),
        _ => bug(format!("`{name}` of {args:?}")),
    }
}

fn unary(name: &str, x: f64) -> Run<Value> {
    macro_rules! methods {
        ($($method:ident)*) => {
            match name {
                $( stringify!($method) => x.$method(), )*
                "is_nan" => return Ok(Value::Bool(x.is_nan())),
                "is_finite" => return Ok(Value::Bool(x.is_finite())),
                "is_sign_negative" => return Ok(Value::Bool(x.is_sign_negative())),
                "is_sign_positive" => return Ok(Value::Bool(x.is_sign_positive())),
                _ => return bug(format!("float.{name}")),
            }
        };
    }
    Ok(Value::Float(methods! {
        sin cos tan atan sinh cosh tanh asinh to_degrees to_radians fract abs recip asin acos acosh
        atanh exp exp2 exp_m1 ln ln_1p log2 log10 sqrt cbrt floor ceil round round_ties_even trunc
        signum
    }))
}

fn binary(name: &str, a: f64, b: f64) -> Run<Value> {
    macro_rules! methods {
        ($($method:ident)*) => {
            match name {
                $( stringify!($method) => a.$method(b), )*
                _ => return bug(format!("floats.{name}")),
            }
        };
    }
    Ok(Value::Float(methods! {
        copysign max min rem_euclid log powf hypot atan2 div_euclid
    }))
}
